/** Given names that tell a man or a woman nearly everywhere. Lower case; those borne by both are left out. */
const split = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/).filter(Boolean));

export const MEN_NAMES: ReadonlySet<string> = split(`
  aaron abdel abdul abdullah abdulrahman abdulaziz abraham abu adam aditya adrian ahmad ahmed ajay akbar akhilesh akira
  alan albert alberto alejandro aleksandr aleksandar alexander alexandre alexei alfred alfredo ali alistair allan allen
  amit amitabh anatoly anders andreas andrei andrés andres andrew andriy andrzej andy angus anil ansar anthony antoine
  anton antonio antony antónio anwar arjun armando arne arnold arthur arturo arvind asad ashok asif augusto avi axel
  babatunde bart bashar barack barry ben benedict benjamin benny benyamin bernard bernardo bernie bilawal bill billy bjorn
  bob bobby bola boris brad bradley brendan brett brian cameron darrell bruce bruno bryan burak byron caleb calvin carl carlo carlos
  cem cesar césar charles charlie chidi chinedu chris christoph christophe christopher chuck chukwuma claude claudio clay
  clinton clive colin conor craig cristian cristiano curtis cyril dale damian damien dan daniel daniele danilo danny
  darren dave david davide dean deepak denis dennis derek desmond devin diego dieter dimitri dinesh dirk dmitri dmitry
  dmytro dominic don donald douglas doug duncan dwayne dwight dylan earl ed eddie edgar edmund eduardo edward edwin ehud
  elijah elias elliot emeka emilio emmanuel emmerson enrico enrique eric erik ernest ernesto ernst esteban ethan eugene
  evan evgeny fabian fabio faisal farhan farouk felipe felix ferdinand fernando fidel filippo florian francesco francis
  francisco franco francois françois frank franklin franz fred frederick frederik friedrich fritz gabriel gareth garry gary
  gavin gaurav gennady geoff geoffrey george georges gerald gerard gerardo gerhard gerry giorgio giovanni giulio
  giuseppe glen glenn godfrey godwin gonzalo gordon graeme graham grant greg gregg gregory guido guillermo gunter gustavo
  guy hakan hamid hamza hans harald harold harry harvey hasan hassan hector héctor heinrich helmut henri henrik henry
  herbert herman hideo hiroshi horacio howard hubert hugh hugo hussein ian ibrahim idris igor ihor ilya imran ismail
  ivan jack jackson jacob jacques jaime jair jake jakob jakub jamal james jamie jan janez jared jason javier jay jean-claude
  jean-luc jean-marc jean-paul jean-pierre jean-yves jeff jeffrey jens jeremy jerome jerry jesper jesse jesús jim jimmy
  joachim joao joão joaquin joe joel johan johann johannes john johnny jon jonas jonathan jorge jose josé josef joseph
  josh joshua josip juan juha julian julio junichiro juraj justin kamal karel karim karl kaspar kazuo keir keith ken
  kenneth kenji kevin khaled khalid kirill klaus kofi konstantin krzysztof kumar kurt kwame lachlan lamar lance larry lars
  laurence laurent lawrence leif leo leon leonard leonardo leonid lev levi lewis liam lindsey lionel lloyd logan louis
  luc luca lucas luigi luis luiz lukas luke macky mahathir mahmoud mahmud malcolm manfred manmohan manuel marc marcel marcelo
  marcin marco marcos marcus marek mariano mario mark marko markus martin marty marvin massimo mateusz mathias matt matteo
  matthew matthias maurice mauricio mauro max maxim maxime mehdi mehmet melvin michael michał michal michel mick miguel
  mihai mike mikhail milan milos mitch mitchell mitt mohamad mohamed mohammad mohammed moshe muhammad muhammadu murat
  mustafa naftali narendra nathan nathaniel naveed nawaz ned neil nelson nicholas nick nicolas nicolás nigel nihad
  nikita niko nikolai nils nitin noah nobuo noel norman oleg oleh oleksandr oleksii olivier olaf olusegun omar oscar
  osama otto owen ozgur pablo paolo patrick paul paulo pavel pavlo pedro per pete peter petr petro phil philip
  philippe phillip pierre pieter piotr prakash prashant rafael raghuram rahul raila rainer raj rajesh rajiv rajnath rakesh
  ralph ramesh ramón ramon rand randall randy raphael rashid raúl raul ravi ray raymond recep reince reinhard rene rex
  ricardo riccardo richard rick ricky rishi rob robert roberto rod rodney rodrigo roger rohit roland rolf roman romano
  ron ronald ronnie ross roy rowan rubén ruben rudolf rudolph rudy rui rupert russell ryan sadiq saeed salman salvador
  salvatore sam samir samuel sandeep sanjay santiago saul scott sean sebastian sebastián serge sergei sergey sergio serhii
  seth shahid shane shankar shashi shaun shawn shehbaz shigeru shimon shinzo shinichi sidney sigmar silvio simon soren
  spencer stanislav stanley stefan stefano stephen stephane stéphane steve steven stuart subhash sudhir suleiman sunil
  suresh sven syed tadashi takashi taro tarek tariq taro ted teodor terence terrence terry thabo theo theodore thierry
  thomas tim timothy toby todd tom tomas tomás tommy tony travis trevor tunde tyler ulrich umar uwe vaclav václav valdis
  valentin valery vasily vernon victor viktor vijay vikram vincent vincenzo vishal vitali vitaly vivek vlad vladimir
  volodymyr wade walid wallace walter warren wayne werner wilfred wilhelm will willem william willie wolfgang xavier
  yair yannis yasser yevgeny yitzhak yoav yogi yoshihide yuri yuriy yusuf yves zachary zdenek ziad zoran ola boyko
  jens-frederik muhammed mohd ismail najib uhuru yoweri paul-henri nana akufo jomo olu tayyip sergio hisham yahya
  mateo rodolfo nicolae traian ion klaus-dieter hamish callum angus fumio shigeo
`);

export const WOMEN_NAMES: ReadonlySet<string> = split(`
  aaliyah abigail ada adaeze adela adele agnes agnieszka aicha aisha alba alessandra alexandra alice alicia alina alison
  allison alma alyssa amal amanda amber amelia amina amy ana anastasia angela angelica angelina anita anja ann
  anna annalena anne annette annie antonia arianna ariana arlene asha ashley asma astrid audrey ava ayesha
  barbara beata beatrice beatriz becky bella benazir bernadette beth bethany betsy betty beverly bianca birgit bonnie
  brenda bridget brigitte britney brittany bronwyn camila camille carla carly carmen carol carolina caroline carolyn carrie
  catarina catherine cathy cecilia celeste celia céline charlotte chelsea cheryl chiara chidinma chika chimamanda
  christiana christiane christina christine cindy claire clara claudia colleen condoleezza connie constance corazon
  courtney cristina cynthia daisy daniela danielle daphne dawn deborah debbie debra delphine denise diana diane
  dilma dolores donna dora doris dorothy ebony edith eileen ekaterina elaine eleanor elena eleni elisa elisabeth eliza
  elizabeth ella ellen elsa emily emma erica erika erin esra esperanza estelle esther eugenia eva eve evelyn fatima fatma
  fatou federica felicity fiona florence frances francesca françoise francoise frida gabriela gabrielle gail galina gemma
   geraldine gertrude gina giorgia giulia gladys glenda gloria grace graça greta gretchen gudrun gwen hadiza haley
  halima hanan hannah harriet hawa hazel heather heidi helen helena helene helga hilary hillary holly huma ifeoma ilhan
  imelda ines inés ingrid irene irina iris irma isabel isabella isabelle ivana ivanka ivy jacinda jackie jacqueline jane
  janet janice jasmine jeanette jeanne jen jenna jennifer jenny jessica jill joan joanna joanne jocelyn jodi johanna
  josephine joy joyce juanita judith judy julia juliana julie juliet justine kamala karen karin karina karla kate
  katarina katarzyna katerina katharina katherine kathleen kathryn kathy katie katrin katrina kavita kayla keiko kellyanne
    khadija kimberly kimberley kirsten kristen kristin kristina kristine krista kyrsten lakshmi lana lara
  laura lauren laurie layla leah leila lena leticia liliana lilian lily linda lisa liz liza lois lola loretta lori lorraine
  louisa louise lucia lucie lucinda lucy ludmila luisa lydia lynn lyudmila madeleine madison magdalena maggie malala
  malgorzata mamata mandy manuela marcia margaret margarita margot maria mariam marian mariana marianne marie marilyn marina
    marisa marisol marjorie marlene marta martha martina martine mary maryam matilda maureen maya mayawati
  meera megan meghan melania melanie melinda melissa mercedes meryl mia michaela michelle michiko mildred millicent mina
  miranda miriam moira mona monica monika muriel myra nadia nadine nahid nahed nancy naomi natacha natalia
  natalie natasha nellie ngozi nicola nicole nicky nikki nina nirmala nkosazana noor nora norma nuria oksana olena olga
  olivia olufunke oluwaseun ophelia paige pamela parveen patricia patty paula paulina pauline peggy penelope penny petra
  phoebe phyllis pooja pratibha precious preeti priya priyanka rachel rania rebecca regina renata renee rhonda rita
  roberta rosa rosalind rose rosemary roxana ruth sabina sabine sabrina sadia sally salma samantha sandra sara
  sarah saskia selma shabana sharon sheila shelley sherry shirley silvia simone sinead siobhan smriti sofia sonia
  sophia sophie soraya stacey stella stephanie sue sunita susan susana susanna susanne sushma suzanne svetlana sylvia sylvie
  tamara tammy tania tanya tara tatiana tatyana teresa tess tessa thelma theresa therese tina toni tracy trish ursula uzma
  valentina valeria valerie vanessa vera verónica veronica victoria vigdis viktoria viola violet vivian wendy
   wilma winifred winnie xiomara yael yasmin yasmine yolanda yoko yulia yuliya yuriko yvette yvonne zainab zahra
  zeinab zoe zofia zuzana kaja mette sanna ana-maria sahle ellen-johnson
   mary-jane anne-marie rose-marie marie-claire jo-ann lee-ann donna-marie tulsi kellie claudine nkechi
`);

/** Family names that stand first in Korea, China and Vietnam. */
export const FAMILY_FIRST: ReadonlySet<string> = split(`
  kim lee park choi jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn an song hong moon jeon yang bae baek nam
  ri pak choe cha chung chang rhee roh yun ryu yoo oh no noh son sohn ko koh im moon hyon jon sim heo huh ha jo joo ju
  min na ok pyo suh sung woo yeo yeom eom ban
  xi li wang zhang liu chen yang zhao huang zhou wu xu sun hu zhu gao lin he guo ma luo mao deng jiang cai feng peng pan
  tian dong yu ye cheng cao yuan lu wei fu shen qin qian tang xie xue yan hou bai bo geng hua lai tsai tsang lam leung cheung
  wong chan chow ng lau ho tung wen zeng shi fan fang meng qi qiao rao tan ren tao wan xiong yin zhong zou lei hao mo
  nguyen nguyễn tran trần le lê pham phạm hoang hoàng phan vu vũ vo võ dang đặng bui bùi do đỗ ngo ngô duong dương ly
  truong trương to tô dinh đinh mai trinh
`);

/** Short forms of given names, so that two names of one person meet. */
export const SHORT_NAMES: Readonly<Record<string, string>> = {
  bill: 'william',
  billy: 'william',
  will: 'william',
  bob: 'robert',
  bobby: 'robert',
  rob: 'robert',
  mike: 'michael',
  mick: 'michael',
  jim: 'james',
  jimmy: 'james',
  joe: 'joseph',
  tom: 'thomas',
  tommy: 'thomas',
  dick: 'richard',
  rick: 'richard',
  ted: 'edward',
  ed: 'edward',
  dave: 'david',
  dan: 'daniel',
  danny: 'daniel',
  don: 'donald',
  steve: 'steven',
  stephen: 'steven',
  chris: 'christopher',
  matt: 'matthew',
  tony: 'anthony',
  ben: 'benjamin',
  sam: 'samuel',
  tim: 'timothy',
  ron: 'ronald',
  ken: 'kenneth',
  greg: 'gregory',
  jeff: 'jeffrey',
  josh: 'joshua',
  nick: 'nicholas',
  andy: 'andrew',
  pete: 'peter',
  phil: 'philip',
  chuck: 'charles',
  charlie: 'charles',
  bernie: 'bernard',
  larry: 'lawrence',
  liz: 'elizabeth',
  beth: 'elizabeth',
  betsy: 'elizabeth',
  kate: 'katherine',
  kathy: 'katherine',
  sue: 'susan',
  jen: 'jennifer',
  jenny: 'jennifer',
  maggie: 'margaret',
  peggy: 'margaret',
  debbie: 'deborah',
  becky: 'rebecca',
  alex: 'alexander',
};
