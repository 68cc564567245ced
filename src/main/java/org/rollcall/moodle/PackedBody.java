package org.rollcall.moodle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * Collects an answer that may be large, such as the grades of a whole course, and packs it as it comes: Moodle's answers
 * repeat the names of their fields so often that about a thirtieth is left. Limits keep anything that poses as a site
 * from filling the memory.
 */
final class PackedBody implements BodySubscriber<byte[]> {

    private static final long MOST_BYTES = 1024L * 1024 * 1024;
    private static final int MOST_PACKED_BYTES = 64 * 1024 * 1024;

    private final CompletableFuture<byte[]> body = new CompletableFuture<>();
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final Runnable onBytes;
    private final GZIPOutputStream packing;
    private long received;
    private Flow.@Nullable Subscription subscription;

    /** @param onBytes told whenever some came */
    PackedBody(Runnable onBytes) {
        this.onBytes = onBytes;
        this.packing = packingQuickly(packed);
    }

    private static GZIPOutputStream packingQuickly(ByteArrayOutputStream packed) {
        try {
            return new GZIPOutputStream(packed) {
                {
                    def.setLevel(Deflater.BEST_SPEED);
                }
            };
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public CompletionStage<byte[]> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription granted) {
        subscription = granted;
        granted.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        onBytes.run();
        try {
            for (ByteBuffer buffer : buffers) {
                byte[] part = new byte[buffer.remaining()];
                buffer.get(part);
                received += part.length;
                packing.write(part);
            }
            if (received > MOST_BYTES || packed.size() > MOST_PACKED_BYTES) {
                throw new IOException("The answer is larger than any list of Moodle's.");
            }
        } catch (IOException tooLarge) {
            if (subscription != null) {
                subscription.cancel();
            }
            body.completeExceptionally(tooLarge);
        }
    }

    @Override
    public void onError(Throwable failure) {
        body.completeExceptionally(failure);
    }

    @Override
    public void onComplete() {
        try {
            packing.close();
            body.complete(packed.toByteArray());
        } catch (IOException impossible) {
            body.completeExceptionally(impossible);
        }
    }
}
