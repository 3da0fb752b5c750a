"""What of GMB's own tags can be believed, as masks of allowed tags.

GMB's annotation is partly a tagger's: it splits names (Czech as a people, Republic as a place), leaves
some out, and calls places organisations. A name is taken as it stands only where nothing beside it is
in doubt; some frequent names and peoples are settled by lists of our own; the rest may be anything, and
so teaches nothing.
"""

from collections import Counter, defaultdict

from labels import TAGS

# Capitalised words that are no part of a name beside them: titles, days, months, words that begin sentences.
APART = set("""president vice prime minister foreign defense defence finance interior secretary general chancellor premier
    mr. mrs. ms. dr. king queen prince princess pope senator chairman chairwoman spokesman spokeswoman ambassador colonel
    lieutenant captain major deputy assistant chief governor mayor judge justice sheikh ayatollah cardinal bishop
    archbishop envoy leader representative congressman speaker commander sergeant lawmaker president-elect
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december i
    the a an in on at for from by with of to as and but or if when while after before since until during under also earlier
    former later meanwhile another one two three four five six some many most several both all no other it he she they his
    her their its this that these those officials police authorities thousands speaking however although""".split())
SETTLED = {
    "NORP": """european kurdish shi'ite shi'ites sunni sunnis kurds jewish jews muslim muslims islamic islamist islamists
        christian christians buddhist buddhists hindu hindus catholic catholics arab arabs asian african african-american
        western republican republicans democrat democrats democratic communist communists maoist maoists marxist soviet
        serb serbs bosnian_serb south_korean north_korean south_african saudi jordanian latin_american british american
        european-union israeli palestinian palestinians iraqi afghan tamil tutsi hutu chechen pashtun basque""",
    "GPE": """west_bank gaza_strip czech_republic saudi_arabia south_africa ivory_coast sri_lanka costa_rica el_salvador
        puerto_rico hong_kong united_states united_kingdom united_arab_emirates dominican_republic new_zealand
        south_korea north_korea new_york new_delhi los_angeles phnom_penh washington darfur turkey tehran kashmir u.s.
        lithuania suriname solomon_islands marshall_islands canary_islands""",
    "LOC": "middle_east latin_america west gulf_coast persian_gulf swat_valley",
    "ORG": """u.n. un eu au nato united_nations european_union african_union u.n._security_council security_council
        white_house state_department supreme_court red_cross taliban taleban al-qaida hamas hezbollah vatican pentagon
        kremlin congress senate parliament world_bank world_trade_organization world_health_organization
        associated_press reuters xinhua voa afp cia fbi iaea opec imf international_monetary_fund foreign_ministry
        defense_ministry interior_ministry palestinian_authority labor_party""",
    "EVENT": """world_war_ii world_war_i world_war_two cold_war world_cup winter_olympics olympics olympic_games
        australian_open hurricane_katrina katrina""",
    "WORK_OF_ART": "nobel_peace_prize nobel_prize bible koran quran",
}
SETTLED = {name.replace("_", " "): kind for kind, names in SETTLED.items() for name in names.split()}
# What a name of several words that GMB calls an organisation has to end in to be believed.
BODIES = set("""ministry party union council organization organisation committee agency bank department court corporation
    corp. company co. inc. ltd. association nations commission institute university police authority federation front
    group movement army church club court congress forum fund foundation league office service times post news
    television radio airlines parliament""".split())
BELIEVED = {"PER": ["PERSON"], "LOC": ["GPE", "LOC", "FAC"], "ORG": ["ORG"], "MISC": ["NORP"]}


def runs(words, tags):
    """Stretches (start, end) of neighbouring words that are tagged or look like part of a name."""
    out, start = [], None
    for i, (word, tag) in enumerate(zip(words + [""], tags + ["O"])):
        name = tag != "O" or any(c.isupper() for c in word) and word.lower() not in APART
        if i == 0 and tag == "O" and word[:1].isupper() and word.lower() not in SETTLED:
            # The first word is capitalised anyway; it is part of a name if the next one might be.
            name = name and len(words) > 1 and (tags[1] != "O" or words[1][:1].isupper())
        if name and start is None:
            start = i
        if not name and start is not None:
            out.append((start, i))
            start = None
    return out


def usual(sentences):
    """For each run of words the tags that it has three times out of five or more in all of the text."""
    seen = defaultdict(Counter)
    for rows in sentences:
        words, tags = [row[0] for row in rows], [row[1] for row in rows]
        for start, end in runs(words, tags):
            seen[" ".join(words[start:end])][tuple(tags[start:end])] += 1
    most = {run: counts.most_common(1)[0] for run, counts in seen.items()}
    return {run: tags for run, (tags, n) in most.items() if 5 * n >= 3 * seen[run].total()}


def believed(words, tags, usual_tags):
    """The fine types that a run may have as one whole name, or None where it is in doubt."""
    settled = SETTLED.get(" ".join(words).lower())
    if settled:
        return [settled]
    kind = tags[0][2:]
    whole = kind and all(tag == "I-" + kind for tag in tags[1:])
    if not whole or usual_tags.get(" ".join(words)) != tuple(tags) or any("-" in word and kind != "PER" for word in words):
        return None
    if kind == "ORG" and not (len(words) > 1 and words[-1].lower() in BODIES):
        return None
    return BELIEVED[kind]


def doubted(rows, mask, usual_tags):
    """The mask of allowed tags of a sentence of GMB, opened wherever its tags are in doubt."""
    words, tags, mask = [row[0] for row in rows], [row[1] for row in rows], mask.copy()
    for start, end in runs(words, tags):
        types = believed(words[start:end], tags[start:end], usual_tags)
        if types is None:
            mask[start:end] = True
        elif " ".join(words[start:end]).lower() in SETTLED or types == ["NORP"]:
            mask[start:end] = False
            mask[start, [TAGS.index("B-" + t) for t in types]] = True
            mask[start + 1 : end, [TAGS.index("I-" + t) for t in types]] = True
    return mask
