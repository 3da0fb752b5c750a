//! What numbers, dates and times are found, and what they come to. Mark-up: `{text|LABEL|value}`.

use std::sync::Arc;

use manicule::document::{Block, BlockKind, Document, Metadata, PartialDate};
use manicule::segment::segment;
use manicule::tag::{Mention, find_values};
use manicule::text::{OffsetMap, Span};
use proptest::prelude::*;

fn document(text: &str, date: Option<PartialDate>) -> Document {
    let block = Block { kind: BlockKind::Paragraph, span: Span::from_range(0..text.len()) };
    let (sentences, tokens) = segment(text, &[block]);
    Document {
        text: Arc::from(text),
        blocks: vec![block],
        sentences,
        tokens,
        offsets: OffsetMap::new(text),
        metadata: Metadata { date },
    }
}

fn day(year: i32, month: u8, day: u8) -> PartialDate {
    PartialDate { year: Some(year), month: Some(month), day: Some(day) }
}

fn render(doc: &Document, mentions: &[Mention]) -> String {
    let (mut out, mut at) = (String::new(), 0);
    for mention in mentions {
        out.push_str(doc.slice(Span::new(at, mention.span.start)));
        let value = mention.value.as_ref().map_or_else(String::new, |value| format!("|{}", value.text));
        out.push_str(&format!("{{{}|{}{value}}}", doc.slice(mention.span), mention.label));
        at = mention.span.end;
    }
    out.push_str(doc.slice(Span::from_range(at as usize..doc.text.len())));
    out
}

/// The text without its mark-up.
fn plain(marked: &str) -> String {
    let mut out = String::new();
    for (n, part) in marked.split('{').enumerate() {
        match part.split_once('}') {
            Some((mention, rest)) if n > 0 => {
                out.push_str(mention.split('|').next().unwrap_or_default());
                out.push_str(rest);
            }
            _ => out.push_str(part),
        }
    }
    out
}

fn check_at(date: Option<PartialDate>, cases: &str) {
    let cases = cases.lines().map(str::trim).filter(|line| !line.is_empty());
    let wrong = cases.filter_map(|marked| {
        let doc = document(&plain(marked), date);
        let got = render(&doc, &find_values(&doc));
        (got != marked).then(|| format!("\n  expected {marked}\n  got      {got}"))
    });
    let wrong: Vec<String> = wrong.collect();
    assert!(wrong.is_empty(), "{} cases differ:{}", wrong.len(), wrong.concat());
}

fn check(cases: &str) {
    check_at(None, cases);
}

#[test]
fn numbers() {
    check(
        "
        The {two|CARDINAL|2} nations spoke.
        He fired {36|CARDINAL|36} shells.
        There {2,000|CARDINAL|2000} homes burned
        It sold {1.2 million|CARDINAL|1200000} copies.
        It sold {1.2bn|CARDINAL|1200000000} copies.
        There were {twenty-three|CARDINAL|23} of them.
        There were {one hundred and five|CARDINAL|105} seats.
        There were {two hundred thousand|CARDINAL|200000} troops.
        There were {three million four hundred thousand|CARDINAL|3400000} voters.
        It hit {two and a half million|CARDINAL|2500000} users.
        It hit {half a million|CARDINAL|500000} users.
        He bought {a dozen|CARDINAL|12} eggs.
        He bought {two dozen|CARDINAL|24} eggs.
        {Dozens|CARDINAL} of people fled.
        {Hundreds of thousands|CARDINAL} of people fled.
        We saw {several hundred|CARDINAL} people.
        It killed {more than 40|CARDINAL|>40} people.
        It killed {at least 15|CARDINAL|≥15} people.
        It killed {up to 100|CARDINAL|≤100} people.
        It killed {as many as 300|CARDINAL|≤300} people.
        It killed {about 200|CARDINAL|~200} people.
        It killed {some 200|CARDINAL|~200} people.
        It killed {nearly a hundred|CARDINAL|~100} people.
        It killed {fewer than 10|CARDINAL|<10} people.
        {Between 5 and 10|CARDINAL|5–10} people died.
        {5 to 10|CARDINAL|5–10} people died.
        It hired {10-15|CARDINAL|10–15} workers.
        It rose from {5|CARDINAL|5} to {10|CARDINAL|10}.
        {Two-thirds|CARDINAL|0.666666667} of voters agreed.
        {One-third|CARDINAL|0.333333333} of voters agreed.
        {Half|CARDINAL|0.5} of the voters agreed.
        {A quarter|CARDINAL|0.25} of the voters agreed.
        They won {3-1|CARDINAL|3-1} at home.
        The vote was {5-4|CARDINAL|5-4}.
        {1999|CARDINAL|1999} people died.
        The posts {542|CARDINAL|542} and {543|CARDINAL|543} fell.
        It is {zero|CARDINAL|0}.
        The {No. 10|CARDINAL|10} team
        He scored {1/2|CARDINAL|0.5} of them
        It held {12,34,567|CARDINAL|1234567} votes.
        "
        .replace("{No. 10|CARDINAL|10}", "No. {10|CARDINAL|10}")
        .as_str(),
    );
}

#[test]
fn traps() {
    check(
        "
        One should not say so.
        This one is better than that one.
        No one came.
        {One|CARDINAL|1} of the men came.
        We are open 24/7 here.
        Call 555-1234 now.
        Call +1 555-123-4567 now.
        See Section 4 and Article 5 of it.
        The B-52 and COVID-19 cases
        You may go, and they march on.
        The sun sat low.
        Theresa May spoke.
        The Sun. It said so.
        It fell in a split second.
        The Sunday Times said so.
        At first nothing moved.
        The First Lady spoke.
        The version 1.2.3.4 runs.
        They held an August meeting.
        She is in her second-best coat and a fall.
        "
        .replace("second-best", "{second|ORDINAL|2}-best")
        .as_str(),
    );
}

#[test]
fn ordinals() {
    check(
        "
        the {first|ORDINAL|1} summit
        the {21st|ORDINAL|21} attempt
        the {twenty-first|ORDINAL|21} attempt
        He came {second|ORDINAL|2}.
        It was his {third|ORDINAL|3} goal.
        ",
    );
}

#[test]
fn percentages() {
    check(
        "
        It grew {30%|PERCENT|30 %}.
        It grew {0.5 percent|PERCENT|0.5 %}.
        It grew {30 per cent|PERCENT|30 %}.
        It grew {nearly 30%|PERCENT|~30 %}.
        It grew {30 to 40 percent|PERCENT|30–40 %}.
        It grew {30%-40%|PERCENT|30–40 %}.
        It grew {five percentage points|PERCENT|5 %}.
        It changed {-0.3%|PERCENT|-0.3 %}.
        It changed {minus 5 percent|PERCENT|-5 %}.
        ",
    );
}

#[test]
fn money() {
    check(
        "
        It cost {$1.2 billion|MONEY|1200000000 USD}.
        It cost {US$5m|MONEY|5000000 USD}.
        It cost {A$20|MONEY|20 AUD}.
        It cost {C$20|MONEY|20 CAD}.
        It cost {HK$1,500|MONEY|1500 HKD}.
        It cost {€5bn|MONEY|5000000000 EUR}.
        It cost {£2.50|MONEY|2.5 GBP}.
        It cost {¥500|MONEY|500 JPY}.
        It cost {¥500|MONEY|500 CNY} in yuan.
        It cost {¥500|MONEY|500} in yen or yuan.
        It cost {EUR 300|MONEY|300 EUR}.
        It cost {Rs 500|MONEY|500}.
        It cost {two million dollars|MONEY|2000000 USD}.
        It cost {5 euros|MONEY|5 EUR}.
        It cost {1,000 won|MONEY|1000 KRW}.
        The {5|CARDINAL|5} won
        It cost {500 yuan|MONEY|500 CNY}.
        It cost {500 rupees|MONEY|500}.
        It cost {500 Indian rupees|MONEY|500 INR}.
        It cost {10 billion Hong Kong dollars|MONEY|10000000000 HKD}.
        It cost {50 cents|MONEY}.
        It cost {U.S.$5 million|MONEY|5000000 USD}.
        She paid {300 pounds|MONEY|300} for it.
        It cost {millions of dollars|MONEY}.
        It cost {$5 to $10|MONEY|5–10 USD}.
        It cost {$5-10 million|MONEY|5000000–10000000 USD}.
        It cost {about $5|MONEY|~5 USD}.
        It cost {more than $1 million|MONEY|>1000000 USD}.
        a {$20-million|MONEY|20000000 USD} deal
        a {20-million-dollar|MONEY|20000000 USD} deal
        ",
    );
}

#[test]
fn quantities() {
    check(
        "
        It is {5 km|QUANTITY|5 km} away.
        It is {5km|QUANTITY|5 km} away.
        a {10-kilometre|QUANTITY|10 km} road
        It weighs {three kilograms|QUANTITY|3 kg}.
        It weighs {300 pounds|QUANTITY|300 [lb_av]}.
        They pump {two million barrels|QUANTITY|2000000 [bbl_us]/d} {a day|DATE|P1D} there.
        It weighs {3 tonnes|QUANTITY|3 t}.
        It weighs {3 tons|QUANTITY|3}.
        It is {20 degrees Celsius|QUANTITY|20 Cel}.
        It is {20°C|QUANTITY|20 Cel}.
        It is {-5 °C|QUANTITY|-5 Cel}.
        It is {100 square kilometers|QUANTITY|100 km2}.
        It is {100 km²|QUANTITY|100 km2}.
        It went {80 kilometres per hour|QUANTITY|80 km/h}.
        It is {hundreds of kilometers|QUANTITY} away.
        It makes {500 MW|QUANTITY|500 MW}.
        It is {about 500 miles|QUANTITY|~500 [mi_i]} away.
        He is {6 feet 3 inches|QUANTITY|6.25 [ft_i]} tall.
        ",
    );
}

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

#[test]
fn the_scraped_article_gives_its_values() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/articles/yoon-xi-visit.txt");
    let Ok(text) = std::fs::read_to_string(path) else {
        eprintln!("skipped: the shared articles are not there");
        return;
    };
    let mut found = Vec::new();
    for line in text.lines() {
        let doc = document(line, None);
        found.extend(find_values(&doc).iter().map(|mention| doc.slice(mention.span).to_owned()));
    }
    let expected = "two, the weekend, Saturday, two, 2014, Sept. 26, first, three, four years, two, week-long, \
                    earlier this month, ten, two, three, Thursday, two, last month, April";
    assert_eq!(found.join(", "), expected);
}

fn holds(text: &str, date: Option<PartialDate>) {
    let doc = document(text, date);
    let mut end = 0;
    for mention in &find_values(&doc) {
        assert!(mention.span.start >= end && !mention.span.is_empty());
        end = mention.span.end;
        assert!(doc.tokens.iter().any(|token| token.span.start == mention.span.start));
        assert!(doc.tokens.iter().any(|token| token.span.end == mention.span.end));
    }
}

const WORDS: &[&str] = &[
    "the",
    "a",
    "first",
    "last",
    "next",
    "this",
    "two",
    "twenty",
    "-",
    "three",
    "million",
    "hundred",
    "and",
    "half",
    "dozen",
    "of",
    "year",
    "years",
    "old",
    "ago",
    "month",
    "May",
    "Sept",
    ".",
    "26",
    ",",
    "2023",
    "1990",
    "s",
    "'",
    "$",
    "%",
    "US",
    "€",
    "5",
    "10",
    "to",
    "/",
    ":",
    "30",
    "p",
    "m",
    "pm",
    "EST",
    "about",
    "more",
    "than",
    "between",
    "Saturday",
    "morning",
    "weekend",
    "quarter",
    "century",
    "early",
    "mid",
    "later",
    "9999999999999999999999",
    "0",
    "31",
    "Feb",
    "km",
    "square",
    "degrees",
    "°",
    "C",
    "Q",
    "3",
    "BC",
    "coming",
    "past",
    "every",
    "few",
    "second",
    "couple",
    "minus",
    "–",
    "½",
    "1.2.3",
    "1,2",
    "months",
    "at",
    "least",
    "end",
    "Hong",
    "Kong",
    "dollars",
    "é",
];

proptest! {
    #[test]
    fn mentions_keep_order_and_tokens_in_any_text(
        text in "\\PC{0,200}",
        year in any::<i32>(),
        month in any::<u8>(),
        day in any::<u8>(),
    ) {
        holds(&text, Some(PartialDate { year: Some(year), month: Some(month), day: Some(day) }));
    }

    #[test]
    fn mentions_keep_order_and_tokens_in_any_mix_of_words(
        words in prop::collection::vec((prop::sample::select(WORDS), any::<bool>()), 0..40),
    ) {
        let mut text = String::new();
        for (word, glued) in words {
            if !glued {
                text.push(' ');
            }
            text.push_str(word);
        }
        holds(text.trim(), Some(day(2023, 9, 25)));
    }
}
