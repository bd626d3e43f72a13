package org.yizhan.edge.hardware.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.yizhan.edge.hardware.FixtureInput;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.NativeLibraries;
import org.yizhan.edge.hardware.Scan;
import org.yizhan.station.Port;

/**
 * A QR scanner on a tty, 8 data bits, no parity, one stop bit. A USB scanner that is unplugged ends
 * the read with an error and is lost; the device is looked up anew at each opening. Reading waits
 * on a platform thread, because a native read holds its carrier.
 */
public final class SerialScanner implements FixtureInput<Scan> {
  private static final Logger LOG = System.getLogger(SerialScanner.class.getName());
  private static final int READ_WAIT_MS = 100;
  private static final int NO_SUCH_FILE = 2;
  private static final int ACCESS_DENIED = 13;
  private static final int DEVICE_BUSY = 16;
  private static final int NOT_A_TERMINAL = 25;

  private final Port.Serial port;
  private final LongSupplier nanos;
  private @Nullable Reader reader;

  /**
   * @param nanos a clock that never steps
   */
  public SerialScanner(Port.Serial port, LongSupplier nanos) {
    this.port = port;
    this.nanos = nanos;
  }

  @Override
  public synchronized void open(Consumer<Scan> heard, Consumer<HardwareException> lost) {
    close();
    requireDevice();
    NativeLibraries.obstacle()
        .ifPresent(
            why -> {
              throw failure("cannot be opened because " + why);
            });
    Reader opened = new Reader(openLine(), heard, lost);
    reader = opened;
    Thread.ofPlatform().daemon().name("scanner-" + port.device()).start(opened);
  }

  @Override
  public synchronized void close() {
    if (reader != null) {
      reader.stop();
      reader = null;
    }
  }

  private void requireDevice() {
    Path device = Path.of(port.device());
    if (!Files.exists(device)) {
      throw failure("is not there: plug the scanner in, or correct its port in profile.yaml");
    }
    if (!Files.isReadable(device) || !Files.isWritable(device)) {
      throw failure("may not be used by this user: add the user to the group that owns it");
    }
  }

  private SerialPort openLine() {
    SerialPort line;
    try {
      line = SerialPort.getCommPort(port.device());
    } catch (SerialPortInvalidPortException gone) {
      throw failure("is not there: plug the scanner in, or correct its port in profile.yaml", gone);
    } catch (LinkageError unloadable) {
      throw failure(
          "cannot be opened: the serial library has no native code for this computer", unloadable);
    }
    line.setComPortParameters(port.baud(), 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
    line.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
    line.setComPortTimeouts(SerialPort.TIMEOUT_READ_SEMI_BLOCKING, READ_WAIT_MS, 0);
    if (!line.openPort()) {
      throw failure(reason(line.getLastErrorCode()));
    }
    line.flushIOBuffers();
    return line;
  }

  private static String reason(int error) {
    return switch (error) {
      case NO_SUCH_FILE -> "is not there: plug the scanner in";
      case ACCESS_DENIED -> "may not be used by this user: add the user to its group";
      case DEVICE_BUSY -> "is in use by another program: stop that program";
      case NOT_A_TERMINAL -> "is not a serial line: correct its port in profile.yaml";
      default -> "cannot be opened (error " + error + "): unplug the scanner and plug it in again";
    };
  }

  private HardwareException failure(String why) {
    return new HardwareException("The scanner's line " + port.device() + " " + why + ".");
  }

  private HardwareException failure(String why, Throwable cause) {
    return new HardwareException("The scanner's line " + port.device() + " " + why + ".", cause);
  }

  /** One opening of the line. */
  private final class Reader implements Runnable {
    private final SerialPort line;
    private final Consumer<Scan> heard;
    private final Consumer<HardwareException> lost;
    private final ScanFraming framing = new ScanFraming();
    private final ScanRate rate = new ScanRate();
    private volatile boolean stopped;

    Reader(SerialPort line, Consumer<Scan> heard, Consumer<HardwareException> lost) {
      this.line = line;
      this.heard = heard;
      this.lost = lost;
    }

    @Override
    public void run() {
      byte[] bytes = new byte[512];
      while (!stopped) {
        int count = line.readBytes(bytes, bytes.length);
        if (count > 0) {
          framing.accept(bytes, count, nanos.getAsLong(), this::say);
        } else if (count == 0) {
          framing.endIfQuiet(nanos.getAsLong(), this::say);
        } else {
          end();
          return;
        }
      }
    }

    private void say(String text) {
      if (stopped) {
        return;
      }
      if (rate.allows(nanos.getAsLong())) {
        heard.accept(Scan.of(text));
      } else {
        LOG.log(Level.DEBUG, "A scan came too soon after others and was left out.");
      }
    }

    private void end() {
      if (!stopped) {
        stopped = true;
        line.closePort();
        lost.accept(failure("does not answer any more: is the scanner unplugged?"));
      }
    }

    void stop() {
      stopped = true;
      line.closePort();
    }
  }
}
