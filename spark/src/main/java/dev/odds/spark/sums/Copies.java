package dev.odds.spark.sums;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.io.UncheckedIOException;

/**
 * An object that is wanted many times over, in every task.
 *
 * @param bytes as Java serialises it; no one else's data
 */
record Copies<S extends Serializable>(byte[] bytes) implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Of an object, not modified. */
    static <S extends Serializable> Copies<S> of(S original) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(original);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Copies<>(bytes.toByteArray());
    }

    /** One more of it. */
    @SuppressWarnings("unchecked")
    S next() {
        try (ObjectInputStream in = new Loaded(new ByteArrayInputStream(bytes))) {
            return (S) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the executors have not the classes of the driver: ship the same jar", e);
        }
    }

    /** Looks for classes where the task's own are: a jar that came with the application is not on the executor's path. */
    private static final class Loaded extends ObjectInputStream {
        Loaded(ByteArrayInputStream bytes) throws IOException {
            super(bytes);
        }

        @Override
        protected Class<?> resolveClass(ObjectStreamClass type) throws IOException, ClassNotFoundException {
            return Class.forName(type.getName(), false, Thread.currentThread().getContextClassLoader());
        }
    }
}
