const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** The commonest function words of languages written in Latin letters: data only. */
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
} as const satisfies Record<string, ReadonlySet<string>>;
