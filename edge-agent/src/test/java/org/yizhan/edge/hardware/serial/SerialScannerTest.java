package org.yizhan.edge.hardware.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yizhan.edge.hardware.DoorScannerContract;
import org.yizhan.edge.hardware.FixtureInput;
import org.yizhan.edge.hardware.HardwareException;
import org.yizhan.edge.hardware.Heard;
import org.yizhan.edge.hardware.Scan;
import org.yizhan.station.Port;

class SerialScannerTest extends DoorScannerContract {
  @TempDir Path folder;
  private PtyPair line;
  private SerialScanner scanner;

  @BeforeAll
  static void needs_socat() {
    PtyPair.assumeSocat();
  }

  @BeforeEach
  void plug_in() throws Exception {
    line = PtyPair.open(folder);
    scanner =
        new SerialScanner(new Port.Serial(line.device().toString(), 115_200), System::nanoTime);
  }

  @AfterEach
  void unplug() throws Exception {
    scanner.close();
    line.vanish();
  }

  @Override
  protected FixtureInput<Scan> scanner() {
    return scanner;
  }

  @Override
  protected void show(String code) throws Exception {
    line.write(code + "\r\n");
  }

  @Override
  protected void takeAway() throws Exception {
    line.vanish();
  }

  @Override
  protected void bringBack() throws Exception {
    line = PtyPair.open(folder);
  }

  @ParameterizedTest
  @ValueSource(ints = {9_600, 19_200, 38_400, 57_600, 115_200})
  void opens_at_every_usual_speed(int baud) throws Exception {
    Heard<Scan> scans = new Heard<>();
    Heard<HardwareException> losses = new Heard<>();
    SerialScanner slow =
        new SerialScanner(new Port.Serial(line.device().toString(), baud), System::nanoTime);

    slow.open(scans, losses);
    line.write("YZ1:ABC\r");

    assertThat(scans.next().text()).isEqualTo("YZ1:ABC");
    slow.close();
  }

  @Test
  void joins_a_code_that_comes_in_pieces() throws Exception {
    Heard<Scan> scans = new Heard<>();
    scanner.open(scans, new Heard<>());

    line.write("YZ1:A");
    line.write("B");
    line.write("C\nYZ1:D");
    line.write("EF\n");

    assertThat(scans.next().text()).isEqualTo("YZ1:ABC");
    assertThat(scans.next().text()).isEqualTo("YZ1:DEF");
  }

  @Test
  void ends_a_code_without_terminator_by_silence() throws Exception {
    Heard<Scan> scans = new Heard<>();
    scanner.open(scans, new Heard<>());

    line.write("YZ1:NOEND");

    assertThat(scans.next().text()).isEqualTo("YZ1:NOEND");
  }

  @Test
  void lets_a_flood_through_only_as_fast_as_people_show_codes() throws Exception {
    Heard<Scan> scans = new Heard<>();
    CountDownLatch judged = new CountDownLatch(1_000);
    SerialScanner flooded =
        new SerialScanner(
            new Port.Serial(line.device().toString(), 115_200),
            () -> {
              judged.countDown();
              return 0;
            });
    flooded.open(scans, new Heard<>());

    line.write("A\n".repeat(1_000));
    boolean all = judged.await(10, TimeUnit.SECONDS);
    flooded.close();

    assertThat(all).isTrue();
    assertThat(scans.waiting()).isEqualTo(ScanRate.BURST);
  }

  @Test
  void names_a_file_that_is_no_serial_line() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    SerialScanner wrong =
        new SerialScanner(new Port.Serial(file.toString(), 9_600), System::nanoTime);

    assertThatThrownBy(() -> wrong.open(new Heard<>(), new Heard<>()))
        .isInstanceOf(HardwareException.class)
        .hasMessageContaining("is not a serial line");
  }
}
