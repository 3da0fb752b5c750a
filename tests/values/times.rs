//! Dates, durations, ages and times of day.

use manicule::document::PartialDate;

use super::{check, check_at, day};

#[test]
fn dates_without_an_article_date_stay_partial() {
    check(
        "
        talks on {Sept. 26|DATE|XXXX-09-26}.
        talks on {26 September 2023|DATE|2023-09-26}.
        talks on {September 26, 2023|DATE|2023-09-26}, he said
        talks on {the 26th of September|DATE|XXXX-09-26}.
        talks on {2023-09-26|DATE|2023-09-26}.
        talks on {9/26/2023|DATE|2023-09-26}.
        talks on {26/9/2023|DATE|2023-09-26}.
        talks on {9/6/2023|DATE|2023-XX-XX}.
        talks on {26.09.2023|DATE|2023-09-26}.
        talks on {Sept. 26-28|DATE|XXXX-09-26/XXXX-09-28}.
        talks on {26-28 September|DATE|XXXX-09-26/XXXX-09-28}.
        talks on {Friday, May 8, 2009|DATE|2009-05-08}.
        talks in {September 2023|DATE|2023-09}.
        talks in {April|DATE|XXXX-04}.
        talks in {May|DATE|XXXX-05}.
        talks on {May 5|DATE|XXXX-05-05}.
        on {Saturday|DATE|XXXX-WXX-6}.
        on {Saturday morning|TIME|XXXX-WXX-6TMO}.
        on {Saturdays|DATE|XXXX-WXX-6}.
        over {the weekend|DATE|XXXX-WXX-WE}.
        since {2014|DATE|2014}.
        in {1999|DATE|1999}, they left
        the {2016|DATE|2016} election
        from {2010 to 2014|DATE|2010/2014} they
        the {2013-14|DATE|2013/2014} season
        in {the 1990s|DATE|199X}.
        in {the early 1990s|DATE|199X}.
        in {the mid-1990s|DATE|199X}.
        in {the '90s|DATE|XX9X}.
        in {the nineties|DATE|XX9X}.
        in {early 2019|DATE|2019}.
        in {late September|DATE|XXXX-09}.
        in {Q3 2023|DATE|2023-Q3}.
        in {the third quarter of 2023|DATE|2023-Q3}.
        in {the first half of 2019|DATE|2019-H1}.
        in {the 19th century|DATE|18XX}.
        in {the summer of 2019|DATE|2019-SU}.
        in {fiscal 2023|DATE|2023}.
        {last month|DATE|XXXX-XX} it fell
        {earlier this month|DATE|XXXX-XX} it fell
        {yesterday|DATE|XXXX-XX-XX} it fell
        {the following week|DATE|XXXX-WXX} it fell
        at {the end of the year|DATE|XXXX} it fell
        on {Christmas Day|DATE|XXXX-12-25}.
        in {44 BC|DATE|-0043}.
        the {9/11|DATE|2001-09-11} attacks
        on Feb. {30|CARDINAL|30} nothing
        ",
    );
}

#[test]
fn durations_and_ages() {
    check(
        "
        for {four years|DATE|P4Y}.
        for {a week|DATE|P1W}.
        for {a few days|DATE|PXD}.
        for {several years|DATE|PXY}.
        for {years|DATE|PXY}.
        for {two and a half years|DATE|P2.5Y}.
        for {decades|DATE|PXXY}.
        in {recent years|DATE|PAST_REF}.
        in {the past four years|DATE|P4Y}.
        in {the next two weeks|DATE|P2W}.
        in {the first nine months of 2020|DATE|P9M}.
        a {54-year-old|DATE|P54Y} man
        a {nine-month-old|DATE|P9M} child
        He is {54 years old|DATE|P54Y}.
        a man {aged 54|DATE|P54Y}.
        Thomas Sam, {42|DATE|P42Y}, and
        a {week-long|DATE|P1W} visit
        a {year-old|DATE|P1Y} child
        a {decades-long|DATE|PXXY} war
        an {11-year|DATE|P11Y} lull
        {about four years ago|DATE|XXXX} it
        {two years later|DATE|P2Y} it
        {every four years|DATE|R/P4Y} it
        the {annual|DATE|R/P1Y} meeting
        in his {40s|DATE|P4XY}.
        for {five hours|TIME|PT5H}.
        within {48 hours|TIME|PT48H}.
        for {half an hour|TIME|PT0.5H}.
        for {two hours and 30 minutes|TIME|PT2H30M}.
        for {hours|TIME|PTXH}.
        for {9.58 seconds|TIME|PT9.58S}.
        ",
    );
}

#[test]
fn times() {
    check(
        "
        at {18:30|TIME|T18:30}.
        at {6 p.m. EST|TIME|T18-05:00} he
        at {6pm|TIME|T18} he
        at {6 p.m. Tuesday|TIME|XXXX-WXX-2T18} he
        the {2010|DATE|2010} census
        after {a half hour|TIME|PT0.5H} he
        at {half past six|TIME|T06:30} he
        at {a quarter to one|TIME|T12:45} he
        at {quarter past 9|TIME|T09:15} he
        at {6:30 p.m.|TIME|T18:30} he
        at {06:30 GMT|TIME|T06:30Z} he
        at {0630 GMT|TIME|T06:30Z} he
        at {noon|TIME|T12:00} he
        at {midnight|TIME|T24:00} he
        at {10 o'clock|TIME|T10} he
        from {6 to 8 p.m.|TIME|T18/T20} he
        {this morning|TIME|XXXX-XX-XXTMO} he
        {tonight|TIME|XXXX-XX-XXTNI} he
        at {around 6 p.m.|TIME|T18} he
        ",
    );
}

#[test]
fn relative_dates_resolve_against_the_article() {
    // A Monday.
    check_at(
        Some(day(2023, 9, 25)),
        "
        It was held on {Saturday|DATE|2023-09-23}.
        They will meet on {Tuesday|DATE|2023-09-26}.
        The ministry said on {Monday|DATE|2023-09-25}.
        The ministry said on {Thursday|DATE|2023-09-21}.
        It happened {last Monday|DATE|2023-09-18}.
        It happens {next Monday|DATE|2023-10-02}.
        The scheduled talks on {Sept. 26|DATE|2023-09-26}.
        The talks on {Jan. 3|DATE|2024-01-03}.
        It fell {last month|DATE|2023-08}.
        It fell {earlier this month|DATE|2023-09}.
        It fell {last year|DATE|2022}.
        It falls {next year|DATE|2024}.
        It fell {last week|DATE|2023-W38}.
        It fell over {the weekend|DATE|2023-W38-WE}.
        It fell {yesterday|DATE|2023-09-24}.
        It falls {tomorrow|DATE|2023-09-26}.
        It fell {two days ago|DATE|2023-09-23}.
        It fell {four years ago|DATE|2019}.
        It fell {three months ago|DATE|2023-06}.
        He angered them in {April|DATE|2023-04}.
        He angered them in {December|DATE|2022-12}.
        The vote is scheduled for {December|DATE|2023-12}.
        It fell {last night|TIME|2023-09-24TNI}.
        It fell {last quarter|DATE|2023-Q2}.
        It fell {last decade|DATE|201X}.
        It fell in {the fourth quarter of last year|DATE|2022-Q4}.
        ",
    );
    check_at(
        Some(PartialDate { year: Some(2023), month: Some(9), day: None }),
        "
        It was held on {Saturday|DATE|XXXX-WXX-6}.
        It fell {last month|DATE|2023-08}.
        The talks on {Sept. 26|DATE|XXXX-09-26}.
        ",
    );
}

#[test]
fn an_impossible_article_date_counts_as_unknown() {
    check_at(
        Some(PartialDate { year: Some(2023), month: Some(13), day: Some(40) }),
        "
        It fell {last month|DATE|XXXX-XX}.
        It fell {last year|DATE|2022}.
        ",
    );
}
