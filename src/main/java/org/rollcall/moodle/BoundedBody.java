package org.rollcall.moodle;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** Collects an answer's bytes up to a limit, so that nothing that poses as a site can fill the memory. */
final class BoundedBody implements BodySubscriber<byte[]> {

    private final BodySubscriber<byte[]> bytes = BodySubscribers.ofByteArray();
    private final long limit;
    private final Runnable onBytes;
    private long received;
    private Flow.@Nullable Subscription subscription;

    /**
     * @param limit the most bytes that are taken
     * @param onBytes told whenever some came
     */
    BoundedBody(long limit, Runnable onBytes) {
        this.limit = limit;
        this.onBytes = onBytes;
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return bytes.getBody();
    }

    @Override
    public void onSubscribe(Flow.Subscription granted) {
        subscription = granted;
        bytes.onSubscribe(granted);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        onBytes.run();
        received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
        if (received > limit) {
            if (subscription != null) {
                subscription.cancel();
            }
            onError(new IOException("The answer is larger than " + limit + " bytes."));
        } else {
            bytes.onNext(buffers);
        }
    }

    @Override
    public void onError(Throwable failure) {
        bytes.onError(failure);
    }

    @Override
    public void onComplete() {
        bytes.onComplete();
    }
}
