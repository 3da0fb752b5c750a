//! Numbers, ordinals, percentages, money, quantities.

use super::check;

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
