package energy.optibid.platform;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call over HTTP, with an answer of bounded size. */
final class HttpCall {
    private HttpCall() {}

    /**
     * The answer, whatever its status.
     *
     * @param call what the message of a failure calls it
     * @param timeout of the whole call; the request's own would end with the head of the answer
     * @param mostBytes that the answer may have
     */
    static HttpResponse<byte[]> send(
            HttpClient client, HttpRequest request, String call, Duration timeout, long mostBytes)
            throws HttpCallException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, head -> new BoundedBody(mostBytes));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new HttpCallException(ServiceFailure.noAnswer(timeout) + " to " + call);
        } catch (ExecutionException e) {
            throw new HttpCallException(call + " failed: " + reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HttpCallException(call + " was interrupted");
        }
    }

    /** The client's exception of a refused connection has no message. */
    private static String reason(ExecutionException failure) {
        return failure.getCause() instanceof ConnectException refused && refused.getMessage() == null
                ? "connection refused"
                : ServiceFailure.describe(failure);
    }

    /** Keeps the bytes of an answer, and ends it where there are too many. */
    private static final class BoundedBody implements BodySubscriber<byte[]> {
        private final BodySubscriber<byte[]> kept = BodySubscribers.ofByteArray();
        private final long most;
        private final CompletableFuture<Flow.Subscription> subscribed = new CompletableFuture<>();
        private long received;

        BoundedBody(long most) {
            this.most = most;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return kept.getBody();
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscribed.complete(subscription);
            kept.onSubscribe(subscription);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            received += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
            if (received > most) {
                subscribed.join().cancel();
                kept.onError(new IOException("the answer has more than " + most + " bytes"));
            } else {
                kept.onNext(buffers);
            }
        }

        @Override
        public void onError(Throwable failure) {
            kept.onError(failure);
        }

        @Override
        public void onComplete() {
            kept.onComplete();
        }
    }
}
