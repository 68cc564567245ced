package org.rollcall.progress;

import java.util.Map;
import javax.sql.DataSource;
import org.rollcall.operation.IdRangePartitioner;
import org.rollcall.operation.JobSteps;
import org.rollcall.operation.RollcallSettings;
import org.rollcall.progress.findings.Courses;
import org.rollcall.progress.findings.Courses.Stage;
import org.rollcall.progress.findings.People;
import org.rollcall.progress.findings.Person;
import org.rollcall.progress.findings.ReportCourse;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.partition.Partitioner;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.infrastructure.item.ItemReader;
import org.springframework.batch.infrastructure.item.database.JdbcPagingItemReader;
import org.springframework.batch.infrastructure.item.database.Order;
import org.springframework.batch.infrastructure.item.database.builder.JdbcPagingItemReaderBuilder;
import org.springframework.batch.infrastructure.item.support.ListItemReader;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The job that reports who got how far. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class ProgressJobConfiguration {

    /** Fewer people are not worth a thread of their own. */
    private static final int SMALLEST_PARTITION = 50;

    private static final int ONE_COURSE = 1;

    private final RollcallSettings settings;
    private final JobSteps steps;

    ProgressJobConfiguration(RollcallSettings settings, JobSteps steps) {
        this.settings = settings;
        this.steps = steps;
    }

    @Bean
    Job progress(
            JobRepository repository,
            ReadPeople readPeople,
            Partitioner peopleRanges,
            JdbcPagingItemReader<Person> peopleWithoutAccount,
            ReadAccounts readAccounts,
            JdbcPagingItemReader<Person> peopleWithoutCourses,
            ReadCoursesOfPeople readCoursesOfPeople,
            ItemReader<ReportCourse> coursesToRead,
            ReadEnrolments readEnrolments,
            ReadGrades readGrades,
            ReadOutlines readOutlines,
            JdbcPagingItemReader<Person> unfinishedPeople,
            ReadCompletion readCompletion,
            WriteProgress writeProgress) {
        return new JobBuilder("progress", repository)
                .start(steps.tasklet("readPeople", readPeople))
                .next(steps.partitioned(
                        "readAccounts", peopleRanges, ReadAccounts.CHUNK, peopleWithoutAccount, readAccounts))
                .next(steps.partitioned(
                        "readCoursesOfPeople",
                        peopleRanges,
                        ReadCoursesOfPeople.CHUNK,
                        peopleWithoutCourses,
                        readCoursesOfPeople))
                .next(steps.chunks("readEnrolments", ONE_COURSE, coursesToRead, readEnrolments))
                .next(steps.chunks("readGrades", ONE_COURSE, coursesToRead, readGrades))
                .next(steps.chunks("readOutlines", ONE_COURSE, coursesToRead, readOutlines))
                .next(steps.partitioned(
                        "readCompletion", peopleRanges, ReadCompletion.CHUNK, unfinishedPeople, readCompletion))
                .next(steps.tasklet("writeProgress", writeProgress))
                .build();
    }

    @Bean
    @StepScope
    Partitioner peopleRanges(@Value("#{jobParameters['run']}") long run, People people) {
        return new IdRangePartitioner(() -> people.ids(run), settings.concurrency() == null ? SMALLEST_PARTITION : 1);
    }

    /** The courses that a step has still to read. */
    @Bean
    @StepScope
    ItemReader<ReportCourse> coursesToRead(
            @Value("#{jobParameters['run']}") long run,
            @Value("#{stepExecution.stepName}") String step,
            Courses courses) {
        return new ListItemReader<>(courses.before(run, Stage.ofStep(step)));
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<Person> peopleWithoutAccount(
            DataSource dataSource,
            People people,
            @Value("#{stepExecutionContext['first']}") long first,
            @Value("#{stepExecutionContext['last']}") long last)
            throws Exception {
        return people(dataSource, people, People.UNREAD, ReadAccounts.CHUNK, first, last);
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<Person> peopleWithoutCourses(
            DataSource dataSource,
            People people,
            @Value("#{stepExecutionContext['first']}") long first,
            @Value("#{stepExecutionContext['last']}") long last)
            throws Exception {
        return people(dataSource, people, People.WITHOUT_COURSES, ReadCoursesOfPeople.CHUNK, first, last);
    }

    @Bean
    @StepScope
    JdbcPagingItemReader<Person> unfinishedPeople(
            DataSource dataSource,
            People people,
            @Value("#{stepExecutionContext['first']}") long first,
            @Value("#{stepExecutionContext['last']}") long last)
            throws Exception {
        return people(dataSource, people, People.UNFINISHED, ReadCompletion.CHUNK, first, last);
    }

    /** They keep no position of their own: who has been read is in another state and does not come again. */
    private static JdbcPagingItemReader<Person> people(
            DataSource dataSource, People people, String condition, int pageSize, long first, long last)
            throws Exception {
        return new JdbcPagingItemReaderBuilder<Person>()
                .name("people")
                .dataSource(dataSource)
                .selectClause("*")
                .fromClause("progress_person")
                .whereClause("id BETWEEN :first AND :last AND " + condition)
                .parameterValues(Map.<String, Object>of("first", first, "last", last))
                .sortKeys(Map.of("id", Order.ASCENDING))
                .pageSize(pageSize)
                .rowMapper(people.rowMapper())
                .saveState(false)
                .build();
    }
}
