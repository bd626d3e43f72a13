package org.yizhan.hub.notice;

import org.yizhan.wire.FaultKind;

/** Each fault in a sentence, whether it keeps workers out, and what to look at. */
final class FaultWords {
  private FaultWords() {}

  /** What is wrong, to stand after the station's name. */
  static Saying what(FaultKind kind) {
    return switch (kind) {
      case DOOR_NEVER_MOVED ->
          new Saying("通行码已通过，门却没有动", "a pass was accepted but the door did not move");
      case DOOR_HELD_OPEN -> new Saying("门一直开着没有关上", "the door stays open");
      case LOCK_FAILED -> new Saying("门锁没有反应", "the lock does not answer");
      case SCANNER_FAILED -> new Saying("扫码器没有反应", "the scanner does not answer");
      case SENSOR_FAILED -> new Saying("有部件没有反应", "a part does not answer");
      case SENSOR_STUCK -> new Saying("传感器的读数一直不变", "a sensor’s reading never changes");
      case TOO_COLD -> new Saying("室内太冷", "it is too cold inside");
      case TOO_WARM -> new Saying("室内太热", "it is too warm inside");
      case JOURNAL_FAILED -> new Saying("存储卡写不进去", "the memory card cannot be written");
      case CLOCK_UNTRUSTED -> new Saying("设备不知道准确时间", "the device does not know the exact time");
      case NODE_SILENT -> new Saying("有电池节点没有消息", "a battery node is silent");
      case POWER_FAILED -> new Saying("市电中断", "mains power is off");
      case POWER_RELAY_FAILED -> new Saying("电源继电器没有反应", "a power relay does not answer");
    };
  }

  /** What to do about it. */
  static Saying remedy(FaultKind kind) {
    return switch (kind) {
      case DOOR_NEVER_MOVED ->
          new Saying("请看看门是不是被锁链锁住或卡住了。", "See whether the door is chained or jammed.");
      case DOOR_HELD_OPEN -> new Saying("请看看门是不是被东西顶住了。", "See whether something props it.");
      case LOCK_FAILED ->
          new Saying(
              "外面的人进不来，里面的人始终可以出来。请检查锁的接线和供电。",
              "Nobody gets in; getting out is always possible. Check its wiring and power.");
      case SCANNER_FAILED ->
          new Saying("通行码读不出来。请检查插头，或换一台。", "No pass can be read. Check its plug, or replace it.");
      case SENSOR_FAILED ->
          new Saying("传感器、灯或继电器：请检查接线。", "Sensor, light or relay: check its wiring.");
      case SENSOR_STUCK -> new Saying("可能卡住了，请检查。", "It may be stuck; check it.");
      case TOO_COLD -> new Saying("请检查取暖设备。", "Check the heating.");
      case TOO_WARM -> new Saying("请检查空调。", "Check the air conditioning.");
      case JOURNAL_FAILED ->
          new Saying("记录可能丢失。请尽快更换存储卡。", "Records may be lost. Replace the card soon.");
      case CLOCK_UNTRUSTED ->
          new Saying("通行码按最后可信的时间判断。请检查网络和时钟。", "Check its network and its clock.");
      case NODE_SILENT -> new Saying("请检查它的电池。", "Check its battery.");
      case POWER_FAILED -> new Saying("请检查电闸和线路。", "Check the breaker and the line.");
      case POWER_RELAY_FAILED ->
          new Saying(
              "它控制的设备无法通断电。请检查继电器的接线；市电部分须由电工处理。",
              "What hangs on it cannot be switched. Check the relay’s wiring; the mains side is an"
                  + " electrician’s work.");
    };
  }

  /** Whether workers are kept out or may come to harm. */
  static Urgency urgency(FaultKind kind) {
    return switch (kind) {
      case DOOR_NEVER_MOVED, LOCK_FAILED, SCANNER_FAILED, TOO_COLD, TOO_WARM, POWER_FAILED ->
          Urgency.URGENT;
      case DOOR_HELD_OPEN,
          SENSOR_FAILED,
          SENSOR_STUCK,
          JOURNAL_FAILED,
          CLOCK_UNTRUSTED,
          NODE_SILENT,
          POWER_RELAY_FAILED ->
          Urgency.CALM;
    };
  }
}
