/**
 * Made-up prose for measuring: an article of any length in the manner of an old newspaper, with people, places,
 * societies, sums and days in it, from a seed. No sentence is quoted from anywhere, few come twice.
 */

const FIRST =
  'Ada,Amos,Beatrix,Caleb,Clara,Cyrus,Dora,Edmund,Elspeth,Esther,Felix,Flora,Gideon,Greta,Harriet,Hugo,Ida,Ivor,Jasper,Judith,Konrad,Lavinia,Leopold,Mabel,Magnus,Miriam,Nathaniel,Olive,Oscar,Petra,Quentin,Rosalind,Rufus,Selma,Silas,Theodora,Tobias,Ursula,Victor,Winifred'.split(
    ',',
  );
/** The two halves of family names. */
const STEMS =
  'Aber,Ash,Birk,Black,Car,Castle,Dun,East,Fair,Far,Green,Hal,Har,In,Kett,Lock,March,Nor,Oak,Pem,Rain,Sedg,Thack,Under,Wex,Yard'.split(
    ',',
  );
const ENDS =
  'bridge,by,cott,croft,dale,den,down,field,ford,gate,gram,ham,hurst,ing,ley,low,man,more,nathy,ridge,ston,ton,wick,wood,worth'.split(
    ',',
  );
const PLACES =
  'London,Paris,Lisbon,Vienna,Prague,Warsaw,Madrid,Dublin,Cairo,Boston,Chicago,Geneva,Hamburg,Naples,Oslo,Stockholm,Athens,Budapest,Calcutta,Melbourne,Montreal,Edinburgh,Bristol,Rotterdam,Trieste,Antwerp,Genoa,Odessa,Smyrna,Valparaiso'.split(
    ',',
  );
const LANDS =
  'France,Portugal,Austria,Poland,Spain,Ireland,Egypt,Switzerland,Germany,Italy,Norway,Sweden,Greece,Hungary,India,Australia,Canada,Scotland,Chile,Brazil'.split(
    ',',
  );
const PEOPLES =
  'French,Portuguese,Austrian,Polish,Spanish,Irish,Egyptian,Swiss,German,Italian,Norwegian,Swedish,Greek,Indian,Chilean'.split(
    ',',
  );
const HOUSES =
  'Harbour Board,Geographical Society,Bank of Commerce,Railway Company,Board of Trade,Royal Observatory,Telegraph Company,Insurance Office,Botanical Garden,Chamber of Shipping'.split(
    ',',
  );
const MONTHS = 'January,February,March,April,May,June,July,August,September,October,November,December'.split(
  ',',
);
const DAYS = 'Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday'.split(',');
const TRADES =
  'merchant,engineer,surveyor,magistrate,printer,physician,captain,clerk,astronomer,architect'.split(',');
const THINGS =
  'the lamps along the quay,a chest of letters,the old customs house,a shipment of tea,the breakwater,a set of brass instruments,the winter accounts,a map of the coast,the night mail,the eastern embankment,a crate of glass,the register of tenants'.split(
    ',',
  );
const DEEDS =
  'had been counted twice,was carried up the stairs,lay open on the table,could not be found,was sold at auction,was repaired at great expense,came to light again,was sent by steamer,had been promised to another,stood empty for a season'.split(
    ',',
  );
const MOODS =
  'slowly,with some reluctance,in good order,without a word,to general surprise,as custom required,in the pouring rain,before the others had risen'.split(
    ',',
  );
const WEATHER =
  'The fog had not lifted,A thin rain fell,The river was high,Snow lay on the roofs,The wind went round to the north,It was a clear night,The heat was great'.split(
    ',',
  );

/** Numbers from a seed, the same on every machine. @param {number} seed */
function dice(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const below = (/** @type {number} */ count) => Math.floor(next() * count);
  /** @template T @param {T[]} list @returns {T} */
  const one = (list) => /** @type {T} */ (list[below(list.length)]);
  return { below, one };
}

/** @param {ReturnType<typeof dice>} dice */
function sentences({ below, one }) {
  /** Who the chapter is about. @type {[string, string][]} */
  const cast = [];
  const chapter = () => {
    cast.length = 0;
    while (cast.length < 9) cast.push([one(FIRST), one(STEMS) + one(ENDS)]);
  };
  chapter();
  const person = () => one(cast).join(' ');
  const titled = () => `${one(['Mr', 'Mrs', 'Dr', 'Captain', 'Professor'])} ${one(cast)[1]}`;
  const day = () => `${one(DAYS)}, ${below(28) + 1} ${one(MONTHS)} ${1850 + below(70)}`;
  const sum = () => `${one(['£', '$', '€'])}${below(900) + 1}${below(3) ? '' : ',000'}`;
  const house = () => `the ${one([one(PLACES), one(PEOPLES)])} ${one(HOUSES)}`;
  const made = [
    () => `${person()}, a ${one(TRADES)} of ${one(PLACES)}, wrote that ${one(THINGS)} ${one(DEEDS)}.`,
    () => `${one(WEATHER)} when ${titled()} left ${one(PLACES)} for ${one(LANDS)}, ${one(MOODS)}.`,
    () => `On ${day()} ${house()} paid ${sum()} for ${one(THINGS)}.`,
    () =>
      `“It is ${below(90) + 2} miles to ${one(PLACES)},” said ${titled()}, “and nobody has asked the ${one(PEOPLES)} yet.”`,
    () => `${one(WEATHER)}, and ${one(THINGS)} ${one(DEEDS)}.`,
    () =>
      `Nearly ${below(60) + 5} per cent of the letters came from ${one(LANDS)}, according to ${person()} of ${house()}.`,
    () => `${person()} and ${person()} had met in ${one(PLACES)} in ${1850 + below(70)}, ${one(MOODS)}.`,
    () =>
      `It was said in ${one(PLACES)} that ${one(THINGS)} ${one(DEEDS)} ${one(MOODS)}; ${titled()} denied it.`,
    () => `He walked home ${one(MOODS)}, and thought of ${one(THINGS)}.`,
    () => `The ${one(PEOPLES)} consul, ${person()}, waited ${below(11) + 2} hours for the ${one(TRADES)}.`,
    () => `Nothing more was heard of it that winter, though ${one(THINGS)} ${one(DEEDS)}.`,
  ];
  return { chapter, sentence: () => one(made)() };
}

/**
 * An article of at least so many characters: a title, then chapters of paragraphs apart by blank lines.
 * @param {number} length
 * @param {number} [seed]
 */
export function prose(length, seed = 1) {
  const throws = dice(seed);
  const { chapter, sentence } = sentences(throws);
  const parts = [`The Affairs of ${throws.one(PLACES)}, Number ${seed}`];
  let written = 0;
  for (let paragraph = 0; written < length; paragraph += 1) {
    if (paragraph % 24 === 23) {
      chapter();
      parts.push(`Of ${throws.one(PLACES)} and ${throws.one(LANDS)}`);
    }
    const lines = Array.from({ length: 2 + throws.below(6) }, sentence);
    const text = lines.join(' ');
    parts.push(text);
    written += text.length + 2;
  }
  return parts.join('\n\n');
}
