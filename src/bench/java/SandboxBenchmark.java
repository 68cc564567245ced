import java.io.InputStream;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.rollcall.sandbox.Sandbox;
import org.rollcall.sandbox.SandboxOptions;

/**
 * Fills a sandbox in a folder through HTTP, as a run would: accounts, three enrolments and one cohort membership each,
 * 50 a call, two calls at a time. Tells how fast each 10,000 people went, how quick lookups are on the small and on the
 * full site, and what memory and disk it took.
 */
public final class SandboxBenchmark {
    private static final int BATCH = 50;
    private static final int CALLERS = 2;
    private static final int STEP = 10_000;
    private static final int COURSE_SIZE = 5_000;
    private static final int COURSES_EACH = 3;
    private static final int LOOKED_UP = 500;
    private static final int REPEATS = 15;
    /** guest, admin and the token's user come first. */
    private static final int FIRST_USER_ID = 4;

    private final Sandbox sandbox;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ExecutorService callers = Executors.newFixedThreadPool(CALLERS);

    private SandboxBenchmark(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The number of people may be given (100,000). */
    public static void main(String[] arguments) throws Exception {
        int people = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        warmUp();
        Path folder = Files.createTempDirectory("sandbox-benchmark");
        try {
            SandboxOptions options = SandboxOptions.in(folder).withSeed(seed(people));
            try (Sandbox sandbox = Sandbox.start(options)) {
                new SandboxBenchmark(sandbox).run(people, folder);
                long before = System.nanoTime();
                long size = size(folder);
                sandbox.close();
                print("closing: %.1f s, %d MB before, %d MB after%n", seconds(before), size >> 20, size(folder) >> 20);
            }
            long before = System.nanoTime();
            try (Sandbox again = Sandbox.start(options)) {
                print("opening: %.1f s, %,d users%n", seconds(before), again.state().userCount());
            }
        } finally {
            delete(folder);
        }
    }

    /** Else the first 10,000 would be measured with a cold JVM, and the last with a warm one. */
    private static void warmUp() throws Exception {
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withSeed(seed(STEP)))) {
            SandboxBenchmark benchmark = new SandboxBenchmark(sandbox);
            benchmark.step(0, STEP);
            benchmark.lookups(STEP);
            benchmark.callers.shutdown();
        }
    }

    /** The practice site, with as many courses and cohorts more as the people fill; these have the first ids. */
    private static String seed(int people) throws Exception {
        StringBuilder courses = new StringBuilder("courses:\n");
        for (int i = 0; i < COURSES_EACH * blocks(people); i++) {
            courses.append("  - {shortname: C").append(i).append(", fullname: Course ").append(i).append("}\n");
        }
        StringBuilder cohorts = new StringBuilder("cohorts:\n");
        for (int i = 0; i < blocks(people); i++) {
            cohorts.append("  - {idnumber: H").append(i).append(", name: Cohort ").append(i).append("}\n");
        }
        try (InputStream practice = Sandbox.class.getResourceAsStream("practice-site.yml")) {
            String yaml = new String(practice.readAllBytes(), StandardCharsets.UTF_8);
            return yaml.replace("\ncourses:\n", "\n" + courses).replace("\ncohorts:\n", "\n" + cohorts);
        }
    }

    private static int blocks(int people) {
        return (people + COURSE_SIZE - 1) / COURSE_SIZE;
    }

    private void run(int people, Path folder) throws Exception {
        print("%10s %12s %12s %12s %10s %8s%n", "people", "users/s", "enrolments/s", "members/s", "heap MB", "disk MB");
        double[] first = {};
        double[] small = {};
        for (int from = 0; from < people; from += STEP) {
            double[] rates = step(from, Math.min(STEP, people - from));
            print("%,10d %,12.0f %,12.0f %,12.0f ", from + STEP, rates[0], rates[1], rates[2]);
            print("%10d %8d%n", heap(), size(folder) >> 20);
            if (from == 0) {
                first = rates;
                small = lookups(COURSE_SIZE);
            }
            if (from + STEP >= people) {
                print("last/first: users %.2f, enrolments %.2f, members %.2f%n",
                        rates[0] / first[0], rates[1] / first[1], rates[2] / first[2]);
            }
        }
        double[] full = lookups(people);
        String[] names = {"500 usernames", "course of 5,000, ids", "the first 100 of them, ids", "cohort of 5,000"};
        for (int i = 0; i < names.length; i++) {
            print("%-30s %6.1f ms small, %6.1f ms full, ratio %.2f%n", names[i], small[i], full[i], full[i] / small[i]);
        }
        callers.shutdown();
    }

    /** Makes people and what they belong to; returns users, enrolments and members a second. */
    private double[] step(int from, int count) throws Exception {
        double users = timed(count / BATCH, batch -> users(from + batch * BATCH));
        double enrolments = timed(COURSES_EACH * count / BATCH,
                batch -> enrolments(from + batch / COURSES_EACH * BATCH, batch % COURSES_EACH));
        double members = timed(count / BATCH, batch -> members(from + batch * BATCH));
        return new double[] {count / users, COURSES_EACH * count / enrolments, count / members};
    }

    private double timed(int batches, IntFunction<String> batch) throws Exception {
        long before = System.nanoTime();
        List<Callable<String>> calls = new ArrayList<>();
        for (int i = 0; i < batches; i++) {
            int number = i;
            calls.add(() -> call(batch.apply(number)));
        }
        for (Future<String> answer : callers.invokeAll(calls)) {
            answer.get();
        }
        return seconds(before);
    }

    private static String users(int first) {
        return "core_user_create_users" + each(first, (i, n) -> pair("users", i, "username", "user" + n)
                + pair("users", i, "firstname", "Firstname" + n % 977)
                + pair("users", i, "lastname", "Lastname" + n % 1009)
                + pair("users", i, "email", "user" + n + "@example.com")
                + pair("users", i, "idnumber", "EMP" + n)
                + pair("users", i, "auth", "manual")
                + pair("users", i, "password", "Passw0rd-" + n));
    }

    private static String enrolments(int first, int course) {
        return "enrol_manual_enrol_users" + each(first, (i, n) -> pair("enrolments", i, "roleid", 5)
                + pair("enrolments", i, "userid", FIRST_USER_ID + n)
                + pair("enrolments", i, "courseid", 2 + n / COURSE_SIZE * COURSES_EACH + course));
    }

    private static String members(int first) {
        return "core_cohort_add_cohort_members" + each(first, (i, n) -> ""
                + pair("members", i, "cohorttype][type", "idnumber")
                + pair("members", i, "cohorttype][value", "H" + n / COURSE_SIZE)
                + pair("members", i, "usertype][type", "id")
                + pair("members", i, "usertype][value", FIRST_USER_ID + n));
    }

    private interface Item {
        String of(int position, int number);
    }

    private static String each(int first, Item item) {
        return IntStream.range(0, BATCH).mapToObj(i -> item.of(i, first + i)).collect(Collectors.joining());
    }

    private static String pair(String list, int position, String key, Object value) {
        return "&" + encoded(list + "[" + position + "][" + key + "]") + "=" + encoded(value.toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** The median times of lookups, in milliseconds; the people looked up are spread over all. */
    private double[] lookups(int people) throws Exception {
        StringBuilder names = new StringBuilder("core_user_get_users_by_field&field=username");
        for (int i = 0; i < LOOKED_UP; i++) {
            names.append("&").append(encoded("values[" + i + "]"));
            names.append("=user").append((long) i * people / LOOKED_UP);
        }
        String ids = "core_enrol_get_enrolled_users&courseid=2" + option(0, "userfields", "id");
        return new double[] {
            median(names.toString()),
            median(ids),
            median(ids + option(1, "limitnumber", 100)),
            median("core_cohort_get_cohort_members&cohortids%5B0%5D=1")
        };
    }

    private static String option(int position, String name, Object value) {
        return pair("options", position, "name", name) + pair("options", position, "value", value);
    }

    private double median(String form) throws Exception {
        double[] times = new double[REPEATS];
        for (int i = 0; i < REPEATS; i++) {
            long before = System.nanoTime();
            call(form);
            times[i] = seconds(before) * 1000;
        }
        Arrays.sort(times);
        return times[REPEATS / 2];
    }

    private String call(String form) throws Exception {
        String all = "wstoken=" + sandbox.token() + "&moodlewsrestformat=json&wsfunction=" + form;
        HttpRequest request = HttpRequest.newBuilder(sandbox.service())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(all))
                .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        if (answer.contains("\"exception\"") || answer.contains("warningcode")) {
            throw new IllegalStateException(answer);
        }
        return answer;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() >> 20;
    }

    private static long size(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        }
    }

    private static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
