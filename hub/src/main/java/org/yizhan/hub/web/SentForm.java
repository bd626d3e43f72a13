package org.yizhan.hub.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerFileUpload;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
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

  private static final String PHOTO_FIELD = "photo";
  private static final String KEY = SentForm.class.getName();
  private static final AtomicInteger AT_ONCE = new AtomicInteger();

  private final RoutingContext ctx;
  private final AtomicBoolean left = new AtomicBoolean();
  private final AtomicBoolean failed = new AtomicBoolean();
  private Buffer photo = Buffer.buffer();
  private boolean photoTooLarge;

  private SentForm(RoutingContext ctx) {
    this.ctx = ctx;
  }

  /** Reads the form, then goes on; what is not a form is refused. */
  static void read(RoutingContext ctx) {
    HttpServerRequest request = ctx.request();
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    String plain = type == null ? "" : type.toLowerCase(Locale.ROOT);
    if (!plain.startsWith("multipart/form-data")
        && !plain.startsWith("application/x-www-form-urlencoded")) {
      ctx.fail(400);
      return;
    }
    if (AT_ONCE.incrementAndGet() > AT_ONCE_MAX) {
      AT_ONCE.decrementAndGet();
      ctx.fail(503);
      return;
    }
    SentForm form = new SentForm(ctx);
    ctx.addEndHandler(ended -> form.leave());
    request.exceptionHandler(failure -> form.fail(400));
    request.uploadHandler(form::take);
    request.endHandler(
        ended -> {
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
      if (status == 413) {
        var _ = ctx.request().connection().close();
      }
    }
  }

  /** Answered, failed or gone: whichever comes first makes room for another. */
  private void leave() {
    if (left.compareAndSet(false, true)) {
      AT_ONCE.decrementAndGet();
    }
  }

  /** Whether a picture came along, readable or not. */
  boolean hasPhoto() {
    return photoTooLarge || photo.length() > 0;
  }

  /** The picture drawn anew; empty when it is too large or none. */
  Optional<byte[]> smallPhoto() {
    return photoTooLarge ? Optional.empty() : SmallPhoto.of(photo.getBytes());
  }
}
