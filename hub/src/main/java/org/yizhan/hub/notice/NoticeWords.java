package org.yizhan.hub.notice;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.yizhan.station.BilingualText;
import org.yizhan.station.FixtureName;
import org.yizhan.station.ItemCode;
import org.yizhan.wire.FaultKind;

/**
 * Every sentence of every notice, in both languages, in one place. A title begins with the
 * station's name: whoever keeps five stations must know which at a glance.
 */
public final class NoticeWords {
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);
  private static final DateTimeFormatter DAY_ZH =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.SIMPLIFIED_CHINESE);

  static final Saying STOP = new Saying("不想再收到这些消息", "Stop these messages");
  static final Saying VIEW = new Saying("查看", "View");

  private NoticeWords() {}

  public static Notice itemBelowMinimum(
      StationRef station, ItemCode item, BilingualText name, int units, int minimum) {
    return about(
        NoticeKind.ITEM_BELOW_MINIMUM,
        station,
        Urgency.CALM,
        new Saying(
            name.zh() + "还剩 " + units + "，低于最低存量 " + minimum,
            name.en() + ": " + units + " left, below the minimum of " + minimum),
        new Saying("请安排补货。", "Please have it restocked."),
        item.value());
  }

  public static Notice itemRunsOutSoon(
      StationRef station, ItemCode item, BilingualText name, int days) {
    return about(
        NoticeKind.ITEM_RUNS_OUT_SOON,
        station,
        Urgency.CALM,
        new Saying(
            name.zh() + "大约 " + days + " 天后用完", name.en() + " runs out in about " + days(days)),
        new Saying("请在那之前补货。", "Please restock it before then."),
        item.value());
  }

  /**
   * Goods that will probably not be used while they may be.
   *
   * @param day the last day they are handed out
   */
  public static Notice itemExpires(
      StationRef station, ItemCode item, BilingualText name, int units, LocalDate day) {
    return about(
        NoticeKind.ITEM_EXPIRES,
        station,
        Urgency.CALM,
        new Saying(
            name.zh() + "有 " + units + " 份最晚发放到" + DAY_ZH.format(day),
            name.en() + ": " + units + " of them may be handed out until " + DAY_EN.format(day)),
        new Saying("请先用掉，过后请撤下。", "Use them first, and take them off the shelf after that."),
        item.value(),
        day.toString());
  }

  /**
   * A round of restocking nobody has taken.
   *
   * @param round what tells this round from others in a key, a-z and figures
   */
  public static Notice roundUnclaimed(StationRef station, String round, int items) {
    return about(
        NoticeKind.ROUND_UNCLAIMED,
        station,
        Urgency.CALM,
        new Saying(
            "有一次补货（" + items + " 种）还没有人认领",
            "a round with " + items + (items == 1 ? " item" : " items") + " waits for somebody"),
        new Saying("顺路的话，请点开认领。", "If it is on your way, please open it and take it."),
        round);
  }

  public static Notice roundOverdue(StationRef station, String round) {
    return about(
        NoticeKind.ROUND_OVERDUE,
        station,
        Urgency.CALM,
        new Saying("认领的补货过了约定时间还没有完成", "a round that was taken is past its time"),
        new Saying("请问问认领人，或另派人去。", "Please ask whoever took it, or send somebody else."),
        round);
  }

  public static Notice faultRaised(StationRef station, FaultKind kind, FixtureName fixture) {
    Saying what = FaultWords.what(kind);
    return about(
        NoticeKind.FAULT_RAISED,
        station,
        FaultWords.urgency(kind),
        new Saying(what.zh() + "（" + fixture + "）", what.en() + " (" + fixture + ")"),
        FaultWords.remedy(kind),
        fixture.value(),
        kind.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /**
   * Somebody reported something.
   *
   * @param number as the reporter was told it
   */
  public static Notice matterRaised(StationRef station, long number) {
    return about(
        NoticeKind.MATTER_RAISED,
        station,
        Urgency.CALM,
        new Saying(
            "有人反映情况（第 " + number + " 号）", "somebody reported something (no. " + number + ")"),
        new Saying("请看看是什么事，并给一个答复。", "Please see what it is, and answer."),
        Long.toString(number));
  }

  /** Somebody stood before a closed door. */
  public static Notice lockedOut(StationRef station, long number) {
    return about(
        NoticeKind.MATTER_RAISED,
        station,
        Urgency.URGENT,
        new Saying("有人进不了门（第 " + number + " 号）", "somebody could not get in (no. " + number + ")"),
        new Saying("请马上看看门是不是锁着、锁链是不是挂着。", "Please see at once whether it is locked or chained."),
        Long.toString(number));
  }

  /** Who reported something was not satisfied with what became of it. */
  public static Notice matterReopened(StationRef station, long number) {
    return about(
        NoticeKind.MATTER_REOPENED,
        station,
        Urgency.CALM,
        new Saying(
            "第 " + number + " 号事情的处理结果被评为不满意", "no. " + number + " was rated: not satisfied"),
        new Saying("这件事重新打开了，请过问。", "It is open again; please look into it."),
        Long.toString(number));
  }

  /** A station that speaks no more. */
  public static Notice stationSilent(StationRef station) {
    return about(
        NoticeKind.STATION_SILENT,
        station,
        Urgency.CALM,
        new Saying("很久没有消息了", "nothing has been heard for a while"),
        new Saying(
            "开门不靠网络，里面的情况现在不知道。请检查电源和网络。",
            "The door does not need the network, but how it is there is unknown. Check power and"
                + " network."));
  }

  /** A station that speaks, has raised no fault of it, and yet cannot be used. */
  public static Notice stationUnusable(StationRef station, Saying why) {
    return about(
        NoticeKind.STATION_UNUSABLE,
        station,
        Urgency.URGENT,
        new Saying("现在不能用：" + why.zh(), "not usable now: " + why.en()),
        new Saying("请去看看。", "Please go and see."));
  }

  /**
   * A group's turn of duty.
   *
   * @param turn what tells this turn from others in a key, a-z and figures
   */
  public static Notice dutyReminder(
      StationRef station, String turn, BilingualText group, LocalDate day) {
    return about(
        NoticeKind.DUTY_REMINDER,
        station,
        Urgency.CALM,
        new Saying(
            DAY_ZH.format(day) + "起由" + group.zh() + "值班",
            group.en() + " is on duty from " + DAY_EN.format(day)),
        new Saying(
            "开门、灯、空调、整理、失物：清单在手机上。", "Doors, lights, air, tidying: the list is on your phone."),
        turn);
  }

  /**
   * Things of one item are out far past their time.
   *
   * @param things how many
   */
  public static Notice thingsOutTooLong(
      StationRef station, ItemCode item, BilingualText name, int things) {
    return atLoans(
        about(
            NoticeKind.THINGS_OUT_TOO_LONG,
            station,
            Urgency.CALM,
            new Saying(
                "借出的" + name.zh() + "有 " + things + " 件早该回来了",
                name.en() + ": " + things + " lent out should have been back long ago"),
            new Saying(
                "可以在站里贴一张请大家送还的告示；找不回来的请登记遗失。",
                "A note at the station may bring them back; what is lost can be given up."),
            item.value()));
  }

  /**
   * Things given up as lost or worn out were scanned.
   *
   * @param things how many
   */
  public static Notice thingTurnedUp(StationRef station, int things) {
    return atLoans(
        about(
            NoticeKind.THING_TURNED_UP,
            station,
            Urgency.CALM,
            new Saying(
                "登记为遗失或停用的物品又出现了（" + things + " 件）",
                "given up as lost or worn out, turned up again: " + things),
            new Saying(
                "请看看它在不在站里，在就恢复外借。", "See whether it is at the station; then lend it again.")));
  }

  private static Notice atLoans(Notice notice) {
    return new Notice(
        notice.kind(),
        notice.station(),
        notice.urgency(),
        notice.title(),
        notice.text(),
        "/loans?station=" + notice.station().id(),
        notice.key());
  }

  private static Notice about(
      NoticeKind kind,
      StationRef station,
      Urgency urgency,
      Saying what,
      Saying text,
      String... details) {
    return new Notice(
        kind,
        station,
        urgency,
        new Saying(prefixZh(station.name()) + what.zh(), prefixEn(station.name()) + what.en()),
        text,
        kind == NoticeKind.MATTER_RAISED || kind == NoticeKind.MATTER_REOPENED
            ? "/matters/" + station.id() + '/' + details[0]
            : "/stations/" + station.id(),
        MatterKey.of(kind, station.id(), details));
  }

  private static String prefixZh(BilingualText station) {
    return station.zh() + "：";
  }

  private static String prefixEn(BilingualText station) {
    return station.en() + ": ";
  }

  /** A title where the station's name stands above it already. */
  public static Saying withoutName(Saying title, BilingualText station) {
    return new Saying(
        after(prefixZh(station), title.zh()), capital(after(prefixEn(station), title.en())));
  }

  private static String after(String prefix, String title) {
    return title.startsWith(prefix) && title.length() > prefix.length()
        ? title.substring(prefix.length())
        : title;
  }

  private static String capital(String sentence) {
    return sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
  }

  /** The same title once the matter is over. */
  public static Saying over(Saying title) {
    return new Saying("已解除｜" + cut(title.zh()), "Over: " + cut(title.en()));
  }

  private static String cut(String title) {
    return title.length() <= Saying.LENGTH_MAX - 6
        ? title
        : title.substring(0, Saying.LENGTH_MAX - 6);
  }

  /** The title of a matter told to the next role, because nobody took care of it. */
  public static Saying passedOn(Saying title) {
    return new Saying("还没有人处理｜" + cut(title.zh().strip()), "Still: " + cut(title.en()));
  }

  /** What a try says. */
  public static Letter.Item trial(Tongue tongue, String channel) {
    return new Letter.Item(
        new MatterKey("trial"),
        NoticeKind.TRIAL,
        Optional.empty(),
        false,
        new Saying("试发：“" + channel + "”能收到消息", "A try: \"" + channel + "\" receives messages")
            .in(tongue),
        new Saying("看到这条，说明地址设置正确。", "You can read this, so the address is right.").in(tongue),
        "");
  }

  static Saying several(int count) {
    return new Saying("驿站：" + count + " 件事", "Rest stations: " + count + " notices");
  }

  static Saying more(int count) {
    return new Saying(
        "另有 " + count + " 件未列出，请看总览。", count + " more are not listed; see the overview.");
  }

  static Saying stopByAsking(String channel) {
    return new Saying(
        "不想再收到：请管理员运行 hub channel mute " + channel,
        "To stop these messages ask the operator for: hub channel mute " + channel);
  }

  private static String days(int count) {
    return count == 1 ? "1 day" : count + " days";
  }
}
