/** Given names that identify a man nearly everywhere. Lowercase; unisex names are left out. */
export const MEN_NAMES: ReadonlySet<string> = new Set(
  `
  aaron abdel abdul abdulaziz abdullah abdulrahman abraham abu adam aditya adrian ahmad ahmed ajay akbar akhilesh
  akira akufo alan albert alberto alejandro aleksandar aleksandr alexander alexandre alexei alfred alfredo ali
  alistair allan allen amit amitabh anatoly anders andreas andrei andres andrew andriy andrzej andrés andy angus anil
  ansar anthony antoine anton antonio antony antónio anwar arjun armando arne arnold arthur arturo arvind asad ashok
  asif augusto avi axel babatunde barack barry bart bashar ben benedict benjamin benny benyamin bernard bernardo
  bernie bilawal bill billy bjorn bob bobby bola boris boyko brad bradley brendan brett brian bruce bruno bryan burak
  byron caleb callum calvin cameron carl carlo carlos cem cesar charles charlie chidi chinedu chris christoph
  christophe christopher chuck chukwuma claude claudio clay clinton clive colin conor craig cristian cristiano curtis
  cyril césar dale damian damien dan daniel daniele danilo danny darrell darren dave david davide dean deepak denis
  dennis derek desmond devin diego dieter dimitri dinesh dirk dmitri dmitry dmytro dominic don donald doug douglas
  duncan dwayne dwight dylan earl ed eddie edgar edmund eduardo edward edwin ehud elias elijah elliot emeka emilio
  emmanuel emmerson enrico enrique eric erik ernest ernesto ernst esteban ethan eugene evan evgeny fabian fabio faisal
  farhan farouk felipe felix ferdinand fernando fidel filippo florian francesco francis francisco franco francois
  frank franklin franz françois fred frederick frederik friedrich fritz fumio gabriel gareth garry gary gaurav gavin
  gennady geoff geoffrey george georges gerald gerard gerardo gerhard gerry giorgio giovanni giulio giuseppe glen
  glenn godfrey godwin gonzalo gordon graeme graham grant greg gregg gregory guido guillermo gunter gustavo guy hakan
  hamid hamish hamza hans harald harold harry harvey hasan hassan hector heinrich helmut henri henrik henry herbert
  herman hideo hiroshi hisham horacio howard hubert hugh hugo hussein héctor ian ibrahim idris igor ihor ilya imran
  ion ismail ivan jack jackson jacob jacques jaime jair jake jakob jakub jamal james jamie jan janez jared jason
  javier jay jean-claude jean-luc jean-marc jean-paul jean-pierre jean-yves jeff jeffrey jens jens-frederik jeremy
  jerome jerry jesper jesse jesús jim jimmy joachim joao joaquin joe joel johan johann johannes john johnny jomo jon
  jonas jonathan jorge jose josef joseph josh joshua josip josé joão juan juha julian julio junichiro juraj justin
  kamal karel karim karl kaspar kazuo keir keith ken kenji kenneth kevin khaled khalid kirill klaus klaus-dieter kofi
  konstantin krzysztof kumar kurt kwame lachlan lamar lance larry lars laurence laurent lawrence leif leo leon leonard
  leonardo leonid lev levi lewis liam lindsey lionel lloyd logan louis luc luca lucas luigi luis luiz lukas luke macky
  mahathir mahmoud mahmud malcolm manfred manmohan manuel marc marcel marcelo marcin marco marcos marcus marek mariano
  mario mark marko markus martin marty marvin massimo mateo mateusz mathias matt matteo matthew matthias maurice
  mauricio mauro max maxim maxime mehdi mehmet melvin michael michal michał michel mick miguel mihai mike mikhail
  milan milos mitch mitchell mitt mohamad mohamed mohammad mohammed mohd moshe muhammad muhammadu muhammed murat
  mustafa naftali najib nana narendra nathan nathaniel naveed nawaz ned neil nelson nicholas nick nicolae nicolas
  nicolás nigel nihad nikita niko nikolai nils nitin noah nobuo noel norman ola olaf oleg oleh oleksandr oleksii
  olivier olu olusegun omar osama oscar otto owen ozgur pablo paolo patrick paul paul-henri paulo pavel pavlo pedro
  per pete peter petr petro phil philip philippe phillip pierre pieter piotr prakash prashant rafael raghuram rahul
  raila rainer raj rajesh rajiv rajnath rakesh ralph ramesh ramon ramón rand randall randy raphael rashid raul ravi
  ray raymond raúl recep reince reinhard rene rex ricardo riccardo richard rick ricky rishi rob robert roberto rod
  rodney rodolfo rodrigo roger rohit roland rolf roman romano ron ronald ronnie ross rowan roy ruben rubén rudolf
  rudolph rudy rui rupert russell ryan sadiq saeed salman salvador salvatore sam samir samuel sandeep sanjay santiago
  saul scott sean sebastian sebastián serge sergei sergey sergio serhii seth shahid shane shankar shashi shaun shawn
  shehbaz shigeo shigeru shimon shinichi shinzo sidney sigmar silvio simon soren spencer stanislav stanley stefan
  stefano stephane stephen steve steven stuart stéphane subhash sudhir suleiman sunil suresh sven syed tadashi takashi
  tarek tariq taro tayyip ted teodor terence terrence terry thabo theo theodore thierry thomas tim timothy toby todd
  tom tomas tommy tomás tony traian travis trevor tunde tyler uhuru ulrich umar uwe vaclav valdis valentin valery
  vasily vernon victor vijay vikram viktor vincent vincenzo vishal vitali vitaly vivek vlad vladimir volodymyr václav
  wade walid wallace walter warren wayne werner wilfred wilhelm will willem william willie wolfgang xavier yahya yair
  yannis yasser yevgeny yitzhak yoav yogi yoshihide yoweri yuri yuriy yusuf yves zachary zdenek ziad zoran
`
    .trim()
    .split(/\s+/),
);

/** Given names that identify a woman nearly everywhere. */
export const WOMEN_NAMES: ReadonlySet<string> = new Set(
  `
  aaliyah abigail ada adaeze adela adele agnes agnieszka aicha aisha alba alessandra alexandra alice alicia alina
  alison allison alma alyssa amal amanda amber amelia amina amy ana ana-maria anastasia angela angelica angelina anita
  anja ann anna annalena anne anne-marie annette annie antonia ariana arianna arlene asha ashley asma astrid audrey
  ava ayesha barbara beata beatrice beatriz becky bella benazir bernadette beth bethany betsy betty beverly bianca
  birgit bonnie brenda bridget brigitte britney brittany bronwyn camila camille carla carly carmen carol carolina
  caroline carolyn carrie catarina catherine cathy cecilia celeste celia charlotte chelsea cheryl chiara chidinma
  chika chimamanda christiana christiane christina christine cindy claire clara claudia claudine colleen condoleezza
  connie constance corazon courtney cristina cynthia céline daisy daniela danielle daphne dawn debbie deborah debra
  delphine denise diana diane dilma dolores donna donna-marie dora doris dorothy ebony edith eileen ekaterina elaine
  eleanor elena eleni elisa elisabeth eliza elizabeth ella ellen ellen-johnson elsa emily emma erica erika erin
  esperanza esra estelle esther eugenia eva eve evelyn fatima fatma fatou federica felicity fiona florence frances
  francesca francoise françoise frida gabriela gabrielle gail galina gemma geraldine gertrude gina giorgia giulia
  gladys glenda gloria grace graça greta gretchen gudrun gwen hadiza haley halima hanan hannah harriet hawa hazel
  heather heidi helen helena helene helga hilary hillary holly huma ifeoma ilhan imelda ines ingrid inés irene irina
  iris irma isabel isabella isabelle ivana ivanka ivy jacinda jackie jacqueline jane janet janice jasmine jeanette
  jeanne jen jenna jennifer jenny jessica jill jo-ann joan joanna joanne jocelyn jodi johanna josephine joy joyce
  juanita judith judy julia juliana julie juliet justine kaja kamala karen karin karina karla katarina katarzyna kate
  katerina katharina katherine kathleen kathryn kathy katie katrin katrina kavita kayla keiko kellie kellyanne khadija
  kimberley kimberly kirsten krista kristen kristin kristina kristine kyrsten lakshmi lana lara laura lauren laurie
  layla leah lee-ann leila lena leticia lilian liliana lily linda lisa liz liza lois lola loretta lori lorraine louisa
  louise lucia lucie lucinda lucy ludmila luisa lydia lynn lyudmila madeleine madison magdalena maggie malala
  malgorzata mamata mandy manuela marcia margaret margarita margot maria mariam marian mariana marianne marie
  marie-claire marilyn marina marisa marisol marjorie marlene marta martha martina martine mary mary-jane maryam
  matilda maureen maya mayawati meera megan meghan melania melanie melinda melissa mercedes meryl mette mia michaela
  michelle michiko mildred millicent mina miranda miriam moira mona monica monika muriel myra nadia nadine nahed nahid
  nancy naomi natacha natalia natalie natasha nellie ngozi nicky nicola nicole nikki nina nirmala nkechi nkosazana
  noor nora norma nuria oksana olena olga olivia olufunke oluwaseun ophelia paige pamela parveen patricia patty paula
  paulina pauline peggy penelope penny petra phoebe phyllis pooja pratibha precious preeti priya priyanka rachel rania
  rebecca regina renata renee rhonda rita roberta rosa rosalind rose rose-marie rosemary roxana ruth sabina sabine
  sabrina sadia sahle sally salma samantha sandra sanna sara sarah saskia selma shabana sharon sheila shelley sherry
  shirley silvia simone sinead siobhan smriti sofia sonia sophia sophie soraya stacey stella stephanie sue sunita
  susan susana susanna susanne sushma suzanne svetlana sylvia sylvie tamara tammy tania tanya tara tatiana tatyana
  teresa tess tessa thelma theresa therese tina toni tracy trish tulsi ursula uzma valentina valeria valerie vanessa
  vera veronica verónica victoria vigdis viktoria viola violet vivian wendy wilma winifred winnie xiomara yael yasmin
  yasmine yoko yolanda yulia yuliya yuriko yvette yvonne zahra zainab zeinab zoe zofia zuzana
`
    .trim()
    .split(/\s+/),
);
