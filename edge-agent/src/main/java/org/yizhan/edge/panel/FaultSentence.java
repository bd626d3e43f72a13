package org.yizhan.edge.panel;

import org.yizhan.wire.FaultKind;

/** Each fault as a sentence that says what to look at. */
final class FaultSentence {
  private FaultSentence() {}

  static String of(FaultKind kind, Tongue tongue) {
    return switch (kind) {
      case DOOR_NEVER_MOVED ->
          tongue.say(
              "通行码已通过，门却没有动。门是否被链条锁住或卡住？",
              "A pass was accepted but the door did not move. Is it chained or jammed?");
      case DOOR_HELD_OPEN ->
          tongue.say("门一直开着。请检查是否被顶住。", "The door stays open. Is something holding it?");
      case LOCK_FAILED ->
          tongue.say("门锁不听指令。请检查继电器和接线。", "The lock does not obey. Check relay and wiring.");
      case SCANNER_FAILED ->
          tongue.say("扫码器无法读取。请检查连接线。", "The scanner cannot be read. Check its cable.");
      case SENSOR_FAILED ->
          tongue.say(
              "有部件（传感器、灯或蜂鸣器）没有反应。请检查连接线。",
              "A part (sensor, light or buzzer) does not answer. Check its cable.");
      case SENSOR_STUCK ->
          tongue.say(
              "传感器读数一直不变，与其他情况不符。请检查是否被遮挡。",
              "A sensor never changes, against all the others. Is it covered?");
      case TOO_COLD -> tongue.say("室内太冷。请检查取暖设备。", "It is too cold inside. Check the heater.");
      case TOO_WARM ->
          tongue.say("室内太热。请检查空调。", "It is too warm inside. Check the air conditioning.");
      case JOURNAL_FAILED ->
          tongue.say(
              "存储卡写不进去，记录暂存在内存中。请检查存储卡。",
              "The card cannot be written; facts wait in memory. Check the card.");
      case CLOCK_UNTRUSTED ->
          tongue.say(
              "时钟未校准。请检查时钟电池或网络。", "Nobody has set the clock. Check its battery or the network.");
      case NODE_SILENT ->
          tongue.say("无线节点没有声音。请更换电池。", "A battery node is silent. Change its battery.");
      case POWER_FAILED -> tongue.say("市电中断。", "Mains power has failed.");
      case POWER_RELAY_FAILED ->
          tongue.say(
              "电源继电器不听指令，所接的设备无法通断电。请检查继电器和接线。",
              "A power relay does not obey: what hangs on it cannot be switched."
                  + " Check relay and wiring.");
    };
  }
}
