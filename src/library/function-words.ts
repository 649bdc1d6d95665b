const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** The most common function words of languages in Latin script: data only. */
export const FUNCTION_WORDS = {
  en: set(
    'the and of to in is that for was with on as he his it said by from at are have has not but be this will they an or who their she her we which were been had would more about its i you all after could than when also if what there out up into no new one over some can do other only them our so just people us said says',
  ),
  de: set(
    'der die das und ist nicht mit den von zu dem ein eine auch sich auf für im des als wird hat sind nach bei er sie es war aus am einen einer werden über wie oder noch nur dass haben aber vor zum zur sei durch einem um kann',
  ),
  fr: set(
    'le la les de des et est un une du que qui dans pour sur pas au par avec il ne plus se ce elle son sa ses sont aux cette ont été mais leur nous vous comme ou fait être deux après selon depuis a à d l qu n s',
  ),
  es: set(
    'el la los las de que y en un una por con para del se no al es lo su más como ha pero sus le fue este esta son entre ya o desde sobre también hasta hay donde han está según sin dos él',
  ),
  it: set(
    'il lo la i gli le di che e un una per con non del della dei delle nel nella al alla si è sono da su come anche più ha ma dal dalla ai alle ho suo sua questo questa tra essere stato dopo o se ci',
  ),
  pt: set(
    'o a os as de que e do da dos das em um uma para com não no na nos nas por mais se ao é foi como mas sua seu ser são tem também pelo pela até isso entre à já ou segundo sobre',
  ),
  nl: set(
    'de het een en van in is dat op te zijn voor met niet aan er om ook als bij maar door uit dan nog naar heeft ze hij werd over tot wordt hebben worden deze kan meer was wel geen zich die',
  ),
  sv: set(
    'och att det i en som är på av för med den till inte har de ett om var men så från vi han när kan också hon sig eller vid ska efter under mot sin sina',
  ),
  da: set(
    'og at det i en som er på af for med den til ikke har de et om var men så fra vi han når kan også hun sig eller ved skal efter mod blev være',
  ),
  pl: set(
    'i w na z do się nie to że jest o po od przez za jak ale dla są był co tak już oraz tym przed jego które który która został może także ich ze roku',
  ),
  tr: set(
    've bir bu da de için ile olarak daha çok gibi sonra kadar olan en ise ne o ancak her var göre yeni iki değil oldu dedi tarafından',
  ),
  id: set(
    'yang dan di ini itu dengan untuk dari pada dalam tidak akan ke juga oleh ada sebagai kata telah adalah bisa lebih mereka karena saat kami para tersebut atau bahwa',
  ),
  vi: set(
    'và của là có được cho không trong với các đã những người này một để khi từ ra vào năm đến cũng tại về trên ông sẽ nhiều như theo',
  ),
  cs: set(
    'a v se na je že s z o do to i ve za k jako ale by po pro od si před který která které byl jsem jsou jeho není podle než',
  ),
  ro: set('și de în a la cu pe din că nu este o un pentru care au mai sunt prin ce să fost fi după lui ale sau dar'),
  hu: set('a az és hogy nem is egy ez meg már de volt csak el van még mint vagy ha szerint azt után lesz lehet sem'),
  fi: set(
    'ja on ei se että oli hän mutta ovat myös kuin ole joka mukaan sekä jos nyt vain voi niin kun tai sen olla ovat',
  ),
  no: set(
    'og at det i en som er på av for med til ikke har de et om var men så fra vi han når kan også hun seg eller ved skal etter mot ble være hvert',
  ),
  ca: set(
    'el la els les de que i en un una per amb del dels no al es és a més com ha però va van són han aquest aquesta ser entre des sobre fins ja també segons hi ho li pel molt on',
  ),
  af: set(
    'die en van in is dat op te nie met het vir sal om wat aan ook as maar deur uit nog na hy hulle was word kan meer tot of ’n n sy haar se oor',
  ),
  hr: set(
    'i u na je da se su za od s o do ali ne će što kao koji koja koje bi iz po je li nije bio bila više sve samo prema nakon te ili biti kako kod još',
  ),
  sk: set(
    'a v sa na je že s z o do to aj ako ale by po pre od si pred ktorý ktorá ktoré bol bola bude sú jeho nie podľa než už vo pri cez však len',
  ),
  sl: set(
    'in v je da se na za so z s o po do pa bo bi ne ni ki kot ali še tudi že več bil bila pri od pred ob iz sta po tem kako lahko med',
  ),
  lt: set(
    'ir kad į su iš yra tai nuo apie už bet kaip po buvo bus per dėl prie iki tik jau dar ne ar jo jos jų pagal pasak kuris kuri ji jis metų',
  ),
  lv: set(
    'un ir ka uz ar no par ir tas tiek pēc bet kā pie līdz tika būs arī vai nav jau kas ko viņš viņa tiks pa vēl gan tā lai kuri',
  ),
  et: set(
    'ja on ei et see oli ka kui aga ning oma mis selle tema ta kes või nende üle kuni pole siis veel juba olla saab kõik sõnul ütles',
  ),
  is: set(
    'og að í á er sem við til um var en það með fyrir ekki af hann hún frá eru þá hefur þess því eða verið verði yfir hafa sagði eftir mun',
  ),
  sq: set('e të i në dhe që me për nga një do është se nuk më ka si u janë kjo ky por edhe pas tha kanë duke mbi deri'),
  cy: set(
    'y yr a o i yn ar ei eu am gan wedi mae bydd oedd fod i’r o’r a’r hyn ond neu na nad fel hefyd wrth dros bod ac at roedd sydd nid',
  ),
  ga: set(
    'an na agus go ar i le a is ag do de ní tá bhí sé sí nach gur mar faoi atá leis chun nó ach don sin seo ó as',
  ),
  mt: set(
    'il li ta tal u fil tas minn għal biex ma din dan dawn kien kienet huwa hija huma hu ukoll mill lill qal qalet se dak fuq bil għandu għandha wara iżda meta bejn bħal kif dwar sabiex għall għaliex jew iż ir',
  ),
  eu: set(
    'eta da ez dira du zuen izan bat hau hori zen baina ere dute dituzte arte egin duten ziren bere dela da egingo arabera',
  ),
  sw: set(
    'na ya wa kwa ni katika la za kuwa cha hii kama hiyo wake huo lakini vya yake ili pia baada zaidi alisema hadi',
  ),
  tl: set(
    'ang ng sa na mga at ay ni si para ito hindi noong kay ayon nang pa kung may isang siya niya sila din rin o ko',
  ),
  zu: set(
    'ukuthi futhi kanye kusho ngoba uma lapho noma kodwa njengoba ngesikhathi wathi uthe abantu kanti kule le lo kuze ngemva',
  ),
  so: set('iyo ka ku in uu ay oo waxa waxay wuxuu ah la u si ee soo ayaa ayay waa kale ilaa kasta doonaa doono'),
  ha: set('da a na ya ta za ba ne ce cewa wani wata su domin ga ko shi ita don amma daga har ce in ji kan'),
  ms: set(
    'yang dan di ini itu dengan untuk dari pada dalam tidak akan ke juga oleh ada sebagai kata telah ialah boleh lebih mereka kerana kami para tersebut atau bahawa kepada selepas manakala',
  ),
} as const satisfies Record<string, ReadonlySet<string>>;
