package org.yizhan.edge.hardware.pi;

import com.pi4j.Pi4J;
import com.pi4j.context.Context;
import com.pi4j.io.IO;
import com.pi4j.provider.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.hardware.HardwareException;

/**
 * One Pi4J context with providers named explicitly, made when first needed and made anew after a
 * failure, since a context keeps providers that could not begin out of sight for ever. Thread-safe.
 */
final class Pi4jContext {
  private static final Logger LOG = System.getLogger(Pi4jContext.class.getName());

  private static final int DEPTH_MAX = 20;

  private final Supplier<Provider<?, ?, ?>[]> providers;
  private final AtomicLong ids = new AtomicLong();
  private @Nullable Context context;
  private int users;

  /**
   * @param providers new ones at each call
   */
  Pi4jContext(Supplier<Provider<?, ?, ?>[]> providers) {
    this.providers = providers;
  }

  /**
   * Takes a line or device.
   *
   * @param what the thing, for people
   * @throws HardwareException when Pi4J cannot
   */
  synchronized <T extends IO<?, ?, ?>> T take(String what, Function<Context, T> create) {
    try {
      Context current = context;
      if (current == null) {
        current =
            Pi4J.newContextBuilder()
                .noAutoDetect()
                .disableShutdownHook()
                .add(providers.get())
                .build();
        context = current;
      }
      T taken = create.apply(current);
      users++;
      return taken;
    } catch (RuntimeException | LinkageError e) {
      if (users == 0) {
        close();
      }
      throw new HardwareException(what + " cannot be taken: " + deepest(e) + ".", e);
    }
  }

  /** A name for Pi4J's registry that was never used before. */
  String newId(String name) {
    return name + "-" + ids.incrementAndGet();
  }

  /** Gives a line or device back. Never throws. */
  synchronized void giveBack(IO<?, ?, ?> taken) {
    Context current = context;
    if (current == null) {
      return;
    }
    try {
      current.shutdown(taken);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "Pi4J did not give back " + taken.id() + ".", e);
    }
    users--;
    if (users == 0) {
      close();
    }
  }

  private void close() {
    Context current = context;
    context = null;
    if (current != null) {
      try {
        current.shutdown();
      } catch (RuntimeException e) {
        LOG.log(Level.WARNING, "Pi4J did not end cleanly.", e);
      }
    }
  }

  /** The message of the innermost cause: the outer ones only say that something failed. */
  static String deepest(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; depth < DEPTH_MAX && cause.getCause() != null; depth++) {
      cause = cause.getCause();
    }
    return cause.getMessage() != null ? cause.getMessage() : cause.toString();
  }
}
