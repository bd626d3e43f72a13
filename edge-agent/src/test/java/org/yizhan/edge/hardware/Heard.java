package org.yizhan.edge.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What a part said, for tests to wait for. */
public final class Heard<T> implements Consumer<T> {
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final LinkedBlockingQueue<T> said = new LinkedBlockingQueue<>();

  @Override
  public void accept(T value) {
    said.add(value);
  }

  /** The next thing said; fails when nothing is said within the deadline. */
  public T next() throws InterruptedException {
    T value = said.poll(DEADLINE.toMillis(), TimeUnit.MILLISECONDS);
    assertThat(value).as("something said within " + DEADLINE).isNotNull();
    return value;
  }

  /** How much was said and not yet taken. */
  public int waiting() {
    return said.size();
  }
}
