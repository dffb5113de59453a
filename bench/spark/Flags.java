import org.apache.spark.launcher.JavaModuleOptions;

/** Prints what spark-submit starts a JVM with. */
final class Flags {
    public static void main(String[] args) {
        System.out.println(JavaModuleOptions.defaultModuleOptions());
    }
}
