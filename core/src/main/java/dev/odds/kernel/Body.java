package dev.odds.kernel;

/**
 * Which loops read a block. Both give the same bits, so that small work may run the scalar ones: SIMD is slow until it is
 * compiled.
 */
public enum Body {
    /** Plain Java. */
    SCALAR(new ScalarLoops()),
    /** SIMD where this JVM has it. */
    FASTEST(available());

    /** Stored entries from which on SIMD is worth its start. */
    private static final long MANY = 1L << 19;

    private static final String SLOW =
            "this JVM has no fused multiply-add in hardware: fits give the same bits but take thousands of "
                    + "times as long; use a CPU that has it (x86 since 2013, 64-bit ARM), without -XX:-UseFMA or -XX:UseAVX=0";

    private final Loops loops;

    Body(Loops loops) {
        this.loops = loops;
    }

    /** The body for a design of so many stored entries. */
    public static Body of(long stored) {
        return stored < MANY ? SCALAR : FASTEST;
    }

    /** Its loops. */
    public Loops loops() {
        return loops;
    }

    /**
     * SIMD needs the incubating module, which a JVM has only if asked, the optimising compiler, and fused multiply-adds in hardware:
     * without one of them it is a hundred times slower than scalar loops.
     */
    private static Loops available() {
        boolean fused = Fusion.inHardware();
        if (!fused) {
            System.getLogger("dev.odds").log(System.Logger.Level.WARNING, SLOW);
        }
        String vm = System.getProperty("java.vm.info", "");
        boolean compiled = vm.contains("mixed mode") && !vm.contains("emulated-client");
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        return fused && compiled && present && VectorLoops.fits() ? new VectorLoops() : new ScalarLoops();
    }
}
