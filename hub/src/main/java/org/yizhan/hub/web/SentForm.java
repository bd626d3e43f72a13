package org.yizhan.hub.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.yizhan.hub.rounds.SmallPhoto;

/**
 * A form with perhaps a picture, read into memory within bounds and never onto the disk. A picture
 * that is too large is let go while the rest is read, so that what was typed is not lost with it.
 */
final class SentForm {
  /** Whoever sends more than this is cut off. */
  static final long BYTES_MAX = 64L * 1024 * 1024;

  /** So many hold a picture in memory at once. */
  static final int AT_ONCE_MAX = 8;

  /** So many of them from one address, so that nobody alone takes all places. */
  static final int OF_ADDRESS_MAX = 3;

  /** Eight megabytes at half a megabit a second take two minutes. */
  private static final long WITHIN_MS = 180_000;

  private static final String PHOTO_FIELD = "photo";
  private static final String KEY = SentForm.class.getName();
  private static final Map<String, Integer> AT_ONCE = new HashMap<>();

  private final RoutingContext ctx;
  private final AtomicBoolean left = new AtomicBoolean();
  private final AtomicBoolean failed = new AtomicBoolean();
  private final String address;
  private Buffer photo = Buffer.buffer();
  private boolean photoTooLarge;
  private boolean drawn;
  private Optional<byte[]> small = Optional.empty();

  private SentForm(RoutingContext ctx, String address) {
    this.ctx = ctx;
    this.address = address;
  }

  /** Reads the form, then goes on; what is not a form is refused. */
  static void read(RoutingContext ctx, Site site) {
    HttpServerRequest request = ctx.request();
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    String plain = type == null ? "" : type.toLowerCase(Locale.ROOT);
    if (!plain.startsWith("multipart/form-data")
        && !plain.startsWith("application/x-www-form-urlencoded")) {
      ctx.fail(400);
      return;
    }
    String address = Visit.address(ctx, site);
    if (!enters(address)) {
      ctx.fail(503);
      return;
    }
    SentForm form = new SentForm(ctx, address);
    long deadline = ctx.vertx().setTimer(WITHIN_MS, late -> form.fail(408));
    ctx.addEndHandler(
        ended -> {
          ctx.vertx().cancelTimer(deadline);
          form.leave();
        });
    request.exceptionHandler(failure -> form.fail(400));
    request.uploadHandler(form::take);
    request.endHandler(
        ended -> {
          ctx.vertx().cancelTimer(deadline);
          if (!form.failed.get()) {
            ctx.put(KEY, form);
            ctx.next();
          }
        });
    try {
      request.setExpectMultipart(true);
    } catch (RuntimeException notAForm) { // a boundary or a charset that is none
      form.fail(400);
    }
  }

  static boolean isRead(RoutingContext ctx) {
    return ctx.get(KEY) != null;
  }

  static SentForm of(RoutingContext ctx) {
    SentForm form = ctx.get(KEY);
    if (form == null) {
      throw new IllegalStateException("this address reads no form");
    }
    return form;
  }

  private void take(HttpServerFileUpload upload) {
    boolean wanted = PHOTO_FIELD.equals(upload.name());
    upload.exceptionHandler(failure -> fail(400));
    upload.handler(
        bytes -> {
          if (ctx.request().bytesRead() > BYTES_MAX) {
            fail(413);
          } else if (wanted && photo.length() + bytes.length() > SmallPhoto.BYTES_MAX) {
            photoTooLarge = true;
            photo = Buffer.buffer();
          } else if (wanted && !photoTooLarge) {
            photo.appendBuffer(bytes);
          }
        });
  }

  private void fail(int status) {
    if (failed.compareAndSet(false, true)) {
      leave();
      photo = Buffer.buffer();
      ctx.fail(status);
      if (status == 413 || status == 408) {
        var _ = ctx.request().connection().close();
      }
    }
  }

  /** Answered, failed or gone: whichever comes first makes room for another. */
  private void leave() {
    if (left.compareAndSet(false, true)) {
      synchronized (AT_ONCE) {
        AT_ONCE.computeIfPresent(address, (any, many) -> many > 1 ? many - 1 : null);
      }
    }
  }

  private static boolean enters(String address) {
    synchronized (AT_ONCE) {
      int all = AT_ONCE.values().stream().mapToInt(Integer::intValue).sum();
      int own = AT_ONCE.getOrDefault(address, 0);
      if (all >= AT_ONCE_MAX || own >= OF_ADDRESS_MAX) {
        return false;
      }
      AT_ONCE.put(address, own + 1);
      return true;
    }
  }

  /** How many forms of an address are being read or worked on. */
  static int held(String address) {
    synchronized (AT_ONCE) {
      return AT_ONCE.getOrDefault(address, 0);
    }
  }

  /** Whether a picture came along, readable or not. */
  boolean hasPhoto() {
    return photoTooLarge || photo.length() > 0;
  }

  /** The picture drawn anew; empty when it is too large or none. */
  Optional<byte[]> smallPhoto() {
    if (!drawn) {
      drawn = true;
      small = photoTooLarge ? Optional.empty() : SmallPhoto.of(photo.getBytes());
    }
    return small;
  }
}
