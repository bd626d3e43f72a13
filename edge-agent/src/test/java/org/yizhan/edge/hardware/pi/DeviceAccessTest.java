package org.yizhan.edge.hardware.pi;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceAccessTest {
  @TempDir Path devices;
  private boolean allowed = true;
  private DeviceAccess access;

  @BeforeEach
  void look_at_an_empty_folder() {
    access = new DeviceAccess(devices, _ -> allowed);
  }

  @Test
  void says_that_there_is_no_chip() {
    assertThatThrownBy(() -> access.requireGpio())
        .hasMessageContaining("There is no GPIO chip")
        .hasMessageContaining("Raspberry Pi");
  }

  @Test
  void says_that_there_is_no_bus_and_how_to_switch_it_on() {
    assertThatThrownBy(() -> access.requireI2c(1))
        .hasMessageContaining("There is no I2C bus 1")
        .hasMessageContaining("dtparam=i2c_arm=on");
  }

  @Test
  void is_content_with_a_chip_that_may_be_used() throws Exception {
    Files.createFile(devices.resolve("gpiochip0"));
    Files.createFile(devices.resolve("i2c-1"));

    assertThatCode(() -> access.requireGpio()).doesNotThrowAnyException();
    assertThatCode(() -> access.requireI2c(1)).doesNotThrowAnyException();
  }

  @Test
  void names_the_missing_permission_and_the_group() throws Exception {
    Files.createFile(devices.resolve("gpiochip0"));
    Files.createFile(devices.resolve("i2c-1"));
    allowed = false;

    assertThatThrownBy(() -> access.requireGpio()).hasMessageContaining("group gpio");
    assertThatThrownBy(() -> access.requireI2c(1)).hasMessageContaining("group i2c");
  }
}
