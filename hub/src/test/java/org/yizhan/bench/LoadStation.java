package org.yizhan.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.yizhan.wire.TopicName;
import org.yizhan.wire.TopicName.Channel;

/**
 * One station of the load, speaking the protocol as an agent does: it subscribes to its orders,
 * says its presence, then keeps one envelope in flight and sends the next when the hub has
 * acknowledged the last by number. All of it runs on its connection's event loop.
 */
final class LoadStation extends ByteToMessageDecoder {
  private static final int CONNACK = 2;
  private static final int PUBLISH = 3;
  private static final int SUBACK = 9;
  private static final int DISCONNECT = 14;

  private final StationLoad load;
  private final LongAdder acknowledged;
  private final Watch watch;
  private @Nullable ChannelHandlerContext context;
  private StationLoad.@Nullable Sending inFlight;

  /** Hears how the station fares. */
  interface Watch {
    void listening();

    void failed(String why);
  }

  LoadStation(StationLoad load, LongAdder acknowledged, Watch watch) {
    this.load = load;
    this.acknowledged = acknowledged;
    this.watch = watch;
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext channel, Object event) throws Exception {
    if (event instanceof SslHandshakeCompletionEvent handshake) {
      if (handshake.isSuccess()) {
        send(channel, MqttPackets.connect(load.station().value()));
      } else {
        watch.failed("TLS: " + handshake.cause());
      }
    }
    super.userEventTriggered(channel, event);
  }

  /** Sends the first envelope; from any thread. */
  void begin() {
    ChannelHandlerContext channel = context;
    if (channel != null) {
      channel.executor().execute(() -> sendNext(channel));
    }
  }

  @Override
  protected void decode(ChannelHandlerContext channel, ByteBuf in, List<Object> out) {
    while (in.isReadable()) {
      in.markReaderIndex();
      int header = in.readByte();
      int length = readLength(in);
      if (length < 0 || in.readableBytes() < length) {
        in.resetReaderIndex();
        return;
      }
      take(channel, (header & 0xFF) >>> 4, in.readSlice(length));
    }
  }

  /** The remaining length of a packet; -1 when it is not all there. */
  private static int readLength(ByteBuf in) {
    int length = 0;
    for (int shift = 0; in.isReadable(); shift += 7) {
      int digit = in.readByte();
      length |= (digit & 0x7F) << shift;
      if (digit >= 0) {
        return length;
      }
    }
    return -1;
  }

  private void take(ChannelHandlerContext channel, int type, ByteBuf body) {
    switch (type) {
      case CONNACK ->
          send(
              channel,
              MqttPackets.subscribe(1, new TopicName(load.station(), Channel.ORDERS).text()));
      case SUBACK -> {
        context = channel;
        send(channel, load.presence());
        watch.listening();
      }
      case PUBLISH -> hear(channel, body);
      case DISCONNECT -> watch.failed("the hub cut " + load.station() + " off");
      default -> {}
    }
  }

  private void hear(ChannelHandlerContext channel, ByteBuf body) {
    body.skipBytes(body.readUnsignedShort());
    body.skipBytes(readLength(body));
    byte[] payload = new byte[body.readableBytes()];
    body.readBytes(payload);
    StationLoad.Sending waiting = inFlight;
    if (waiting != null && Arrays.equals(payload, waiting.acknowledgement())) {
      acknowledged.add(waiting.facts());
      sendNext(channel);
    }
  }

  private void sendNext(ChannelHandlerContext channel) {
    inFlight = load.envelopes().poll();
    if (inFlight != null) {
      send(channel, inFlight.packet());
    }
  }

  private static void send(ChannelHandlerContext channel, byte[] packet) {
    var _ = channel.writeAndFlush(Unpooled.wrappedBuffer(packet), channel.voidPromise());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext channel, Throwable cause) {
    watch.failed(load.station() + ": " + cause);
    var _ = channel.close();
  }
}
