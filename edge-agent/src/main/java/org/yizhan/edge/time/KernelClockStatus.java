package org.yizhan.edge.time;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;

/**
 * What the kernel knows of its own clock, by adjtimex(2): any daemon that keeps time by a server
 * clears the kernel's "unsynchronized" state. Nothing is changed (modes is 0).
 */
final class KernelClockStatus {
  /** TIME_ERROR: the clock is not synchronized. */
  private static final int TIME_ERROR = 5;

  /** Generously more than struct timex (208 bytes on 64-bit Linux). */
  private static final long TIMEX_BYTES = 512;

  private KernelClockStatus() {}

  /** False where there is no such call. */
  @SuppressWarnings("restricted") // adjtimex(2) only reads here, into memory of our own
  static boolean isSynchronized() {
    Linker linker = Linker.nativeLinker();
    SymbolLookup library = linker.defaultLookup();
    MemorySegment adjtimex = library.find("adjtimex").orElse(MemorySegment.NULL);
    if (adjtimex.equals(MemorySegment.NULL)) {
      return false;
    }
    try (Arena arena = Arena.ofConfined()) {
      int state =
          (int)
              linker
                  .downcallHandle(
                      adjtimex, FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS))
                  .invokeExact(arena.allocate(TIMEX_BYTES, 16));
      return state >= 0 && state != TIME_ERROR;
    } catch (Throwable unavailable) {
      return false;
    }
  }
}
