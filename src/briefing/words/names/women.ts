/** Less common given names of women; see `FURTHER_MEN_NAMES`. */
export const FURTHER_WOMEN_NAMES: ReadonlySet<string> = new Set(
  `
  abby abena abida abira adelina adeline adriana adrianna adrienne aesha afra agata agatha agnès aida aideen aileen
  ailsa aimee aimée aina aishwarya aissata akosua alaina alana alejandra aleksandra alena alessia aleta alethea alexa
  alexia alia aline alisa alisha alissa aliza allegra allyson almudena alondra alyce alycia amaka amalia amara ambreen
  amena amerie aminah aminata amira amélie anabel anabela anahita anais ananya anastasiia anastasiya anaïs anca andrea
  andreea aneta angelika angeline angie angèle angélica anika anindita anisa anjali anjana anke annabel annabelle
  annalise anneke anneliese annelise annemarie annika anouk anoushka ansa antje antoinette antonella anu anuradha anya
  aparna arabella araceli archana areej aretha arianne arielle arleen armida artemis arundhati arwa ashleigh asmaa
  assia asta asuncion audra aura aurelia aurélie avril ayako ayano ayla aylin ayse aysha ayşe aziza azra aïcha babette
  bahar bahareh barb barbro bathsheba bea beatrix begoña belinda benedicte berenice bernadine bernardine bernice berta
  bertha beryl bess bessie bethan bette bettina beulah beverley beyonce beyoncé bhavna billie bina birgitta birgitte
  birte blanca blanche blythe bobbi bonita brandi breanna brenna briana brianna brianne bridgette brigid brigitta
  brita brittney bronagh brooke bukola buthaina béatrice bénédicte caitlin caitlyn caitríona callie calliope camilla
  candace candice candida caoimhe cara carina carissa carlene carlota carmel carmela carmella carola carole cassandra
  cassie catalina cate caterina catharina catharine cathleen catriona cecelia cecile cecilie cecily celestine celina
  celine chandrika chanel chantal chantelle charlene charmaine chastity chelsie cher cherie cherise chiamaka chinwe
  chloe chloé chrissy christa christabel christel christianne christie christy chrystia chyna ciara cicely cilla clare
  clarice clarissa claudette clementine cleo cleopatra clotilde colette concepción concetta consuelo cora coral
  coralie corazón coretta corina corinna corinne cornelia cressida cristiana crystal cécile dacia dafne dagmar dagny
  dahlia daina dalila damaris danai danica daniella danna danuta daria darla darlene darya deana deanna deanne deb
  debora dede deena deepa deepika deidre deirdre delia delilah della delores demetria demi dena desirae desiree
  destiny dianna dianne diem dimitra dina dinah dionne ditte divya dolly dominga donatella dorcas doreen dori doria
  doriane dorit dorota dorothea dorothée drusilla dulce dunja désirée edie editha edna edwige edwina effie eglantine
  eilidh eimear eirini elaina eleanora electra eleonora eliana elif elin elina eline elinor elisabet elisabetta elise
  elissa elizabet elke elle ellie elma elodie eloisa eloise elsbeth elsie elspeth elvira elyse elyssa emanuela emebet
  emilia emilie emine emmanuelle emmy ena enid enriqueta ericka erma ernestine esha esma esmeralda essie esta
  estefania estela estella ester ethel etta eugenie eugénie eun-ji eunice euphemia evangelina evangeline evelina
  eveline evette evita ewa fabiana fabienne fadila fadumo faiza fannie fanny fanta farah faranak fareeda fareeha
  farida farideh fariha farkhunda fathia fatimah fatimata fatoumata fawzia fay faye fazna felicia felipa fenella fern
  fernanda fidelia filomena fionnuala flavia fleur flo flora florencia folasade francine francisca franziska freda
  frederica freida freya freyja frieda funmilayo fátima gabriella garance geena geertruida gena genevieve geneviève
  genia georgette georgiana georgie georgina gerda germaine gertrud ghada ghislaine gianna gilda gilian gillian
  ginette ginevra ginger ginny gioia giovanna gisela gisele gisèle gita giuliana giuseppina glenna glenys glynis golda
  gopika gracia gracie grazia graziella gretel grethe griselda gro gráinne guadalupe guinevere gulnara gulsen gunilla
  gwendoline gwendolyn gwyneth gyda habiba hadas hadeel hadiya hadja hafsa hagar hagit haja hajar hala halina hallie
  hamida hana hanane hania hanife hanna hanne hannelore harriett hasina hattie hauwa hava haya hayat hayley hedda
  hedvig hedwig helaine hella heloise henrietta henriette hermina hermine hermione hessa hester hettie hilaria hilda
  hilde hildegard hind hinda hiroko hoda honora hortense hortensia houda huda humaira héloïse hélène hülya ida idun
  ieva ilana ildikó ileana ilene ilona ilse imane imani imogen ina inbal indira inez inga inge ingeborg inger inna
  inoka inès ioana iola iona irena irit irmgard irune irène isa isabela isadora isatou isha ishbel isla isobel isolde
  itziar iva ivette ivona ivonne iwona izabela jacinta jaclyn jacquelyn jacqui jada jael jagoda jamila jamilah jana
  janeane janelle janette janie janina janine janis janna jasmin jasmina jaya jayanti jayashree jayne jeana jeanie
  jeanine jeannette jeannie jeannine jelena jemima jena jenifer jenni jennie jerusha jess jewel jillian jimena jin-joo
  jitka joana joanie joann jocasta jocelyne jodie johanne johnetta jolanda jolanta jolene joni jordana josefa josefina
  josette josie jovana jovita juana judi judit juliane julianna julianne julienne julieta juliette julissa jumana
  justina justyna juthika jutta jyoti jyotsna jördis kacey kadiatou kaia kaisa kaitlin kaitlyn kalpana kamila kamilla
  kanako kanwal kara karena karima karine karlene karolina karoline karyn kasia kasturba kat katalin katelyn kateryna
  katharine kathi kathie kathrin katia katja katrine katya kaya kayleigh kazuko keely keira keisha kelli kelsey kendra
  kenia kerri kerstin ketanji keziah khadijah khaleda kia kiersten kiki kinga kinsey kira kirstie kirstin kirsty
  kittie kitty kjersti klara klaudia kornelia kristal kristi kristie kristy krystal krystle krystyna ksenia kyla kylie
  kyra kyung-wha lacey ladonna laetitia laila lakeisha lale lalita lamia lani larisa larissa latanya latasha latifa
  latisha latonya latoya laure laureen lavinia lavonne lea leandra leanna leanne leda leela leena leigh-ann leilani
  lenka lenora leocadia leona leonie leonor leonora leontine leora lesia leslee leta letitia letizia levana lexi leyla
  lia liana liane libby lidia lidija liesbeth liesl liina lila lili lilia lilith lillian lillie lina lindiwe lindy
  linette linnea liora lis lisbeth lise liselotte lisette lissa liv livia lizette lizzie lizzy ljiljana ljubica lolita
  lora loraine loreen loreena lorelei lorena lorene lorie lorinda lorna lotta lotte lottie louella lourdes lowri luana
  lubna luciana lucienne lucila lucile lucilla lucille lucrecia lucretia lucía ludivine ludmilla luiza lulu lupe
  lupita luz lydie lyla lynda lyndsay lyndsey lynette lynne lyra lyse lyudmyla léa mabel macarena maci maddalena
  maddie madeline madelyn madge madhuri madina madonna mae maeve mafalda magali magda magnolia maha maham maheen
  mahnaz mahsa mai-britt maia maida maija maimuna mairead mairéad maisie maite maj majbritt makeda malaika malika
  malin malina mallika mallory malorie mamie manda manju manon maralyn marcela marceline marcella marcelle marci
  marcie marcy mareike maren margalit margareta margarete margarethe margarida margaux marge margery margherita margie
  margit margo margret margrethe marguerite mari mariah mariama marianna maribel marica marieke mariel mariela
  marielle marietta mariette marija marika marilena marilou mariola mariska marissa marit marita maritza mariya
  marièle marjan marjory marla marleen marlena marlies marna marnie marsha marte marthe martita marwa maryann maryanne
  marybeth maryellen marylou maryna marysia marzia maría masha massiel mathilda mathilde matilde mattie maud maude
  maudie maura mavis maxine mayra mayumi małgorzata mbali meaghan medea medha meena meenakshi meg meghna mehbooba
  mehwish meike meinir meirav melba melodie melony mena meredith merel meret merete merethe meriem meryem meta meytal
  micaela michele michèle mieke miesha mihaela mihoko mila milagros milena miley milica milly mimi mindy minerva
  minette minna minnie mira mirabel mireille mirela mirella mirjam mirjana mirka mirna misty mitzi miwa miyako molly
  monique montserrat morag morwenna moyra mugdha muna muneera munira myriam myrna myrtle mélanie mélissa mónica naana
  nabila nada nadezhda nadija nadira nadiya nadège nafisa nagma nahla naila naima najat najla najwa nalini nan nandini
  nandita nanette naoko naomie narelle narges nargis narin nasreen nasrin nastassja nataliia nataliya natalya natasja
  nathalie natividad nazanin nazia neda neelam neha nell nelly nena nerida nerissa nermin nesta neta netta neus neva
  nia niamh nichelle nicoletta nicolette nida nieves nigar nighat nika nikole nilda nilofar ninette nira nirupama
  nisha nita niurka nivedita noa noelle noemi noha nola nomvula nona noomi noora norah noreen noriko nouf noura
  nozipho noémie nuala nura nuray nurit nuzhat nyla octavia océane oda odette odile odilia ofelia ofra okka olesya
  olha olwen olympe olympiada omotola oonagh oprah oriana orit orla orna orsolya ottilie ottoline oumou padma padmini
  palesa paloma pam pandora pansy paola parisa parminder parul parvati pascale patrycja patti pattie paulette payal
  paz pearlie peg penina pennie pepita perla pernille perpetua petronella petula phaedra philippa philomena phyllida
  pia piera pilar pippa polina polly poonam portia prachi pragya prajakta pramila pratima prema prerna prisca
  priscilla priti priyamvada prudence prue puja pumla punam purnima qandeel queenie querida rabia rachael rachelle
  radha radhika rafaela raghad rahel rahima rahma raisa raissa rajani rajeshwari rakel ramla ramona ramya rana ranjana
  raquel rasha rashida rashmi rawan raya raylene razan reba rebeca rebekah reem reena rehana reiko reina rekha
  remedios rena renate renatta renu renée reshma reta reva reyhan rhea rhiannon rhoda rhona ria rianne richa ricki
  riham rihanna rika rikke rina risa ritu riva riya robyn rochelle rocio rocío roisin rolanda romaine romana romina
  romy rona ronda ronit ronna roopa rosalba rosalia rosalie rosalinda rosaline rosalyn rosamund rosana rosangela
  rosanna rosanne roseann roseanne roselyn rosemarie rosetta rosie rosita roslyn rowena roxane roxanne roza ruba rucha
  ruchi rukhsana rukmini rumana runa rupa ruqaya ruta ruthie régine róisín saba sabeen sabiha sabra sadaf sade sadhana
  sadie saeeda safa safia safiya safiye sagal saida saima sakina salima salome salomé samara sameera samina samira
  samiya sandie sandrine sangeeta sanghamitra saniya sanja sanjana sanne sapna sarai saraswati sari sarina sarita
  sarojini savita savitri scarlett seema selena selene selina semra sera serafina serena sevda sevgi sevim shabnam
  shada shahida shahla shahnaz shaikha shaista shakira shakuntala shalini shamima shamsa shana shanaz shaneka shania
  shanice shanna shanta shantel shanthi sharda shari sharleen sharmila sharmin sharron sharyn shauna shawna shaza
  sheela sheena sheenagh sheetal sheikha shelagh shelia shelly sheri sherie sherrie sheryl shilpa shira shireen shirin
  shobha shona shoshana shreya shruti shubha shulamit shweta sian sibongile sibyl sidonie sienna sigal signe sigrid
  silja silke silvana simona simonetta simran sina sindhu sinéad siobhán siri sirpa sita siv siân smita snezana sofie
  sofía soha sohad solange soledad solveig sona sonal sonali sondra sonja sonya souad soumaya staci stacie stana
  stanislava starla stasia stefania stefanie steffi stephania stéphanie subhashini suchitra sudha suhair sujata
  sultana sumaira sumaya sunniva supriya surabhi suraya susannah sushila susie suzan suzana suzanna suzette suzie
  swati sybil sydnee sylviane tabassum tabitha taga tahani tahira tahmina talia talitha tallulah tamar tameka tami
  tamika tammi tammie tamsin tana tanisha tanja tansy tanushree tanvi taraji tarana tasha tasneem tatjana tatum
  tawakkol tawana teagan tehmina tejal teodora terese teri terri terrie tetyana thalia thandi thandiwe thea theda
  theodora thora thuli thérèse tia tiana tiffani tiffany tilda tilly timea timothea tine tiphaine tirzah tonia tonya
  tora torill tova tracey traci tracie tricia trina trine trisha trista trixie trude trudie trudy tuba tulin turid
  twyla tyra tzipi tzipora uma undine urvashi usha uta ute vaishali valarie valérie vandana vania vanita vanna varsha
  vasiliki vasundhara veda veena velma venera verena verity vernice veronika veronique vesna vibeke vicki vickie vicky
  vidya vijaya viktorija viktoriya vilma vimla vina vineta vinita violeta violetta virginie virna virpi vita viv
  viveca vivien vivienne vjosa vlasta vrinda véronique wafa wahida waleska wambui wanda wangari wanjiku wanjiru wenche
  wendi whoopi wilhelmina willa winona wynne xandra xanthe xenia ximena xochitl yaa yaffa yamina yana yanet yanira
  yara yasemin yasmeen yasmina yayoi yelena yeliz yesenia yetunde yevgenia ylva yolande yoshiko yryna ysabel yuka
  yukiko yuko yuliana yuliia yulissa yumi yumiko zahida zaina zaira zakia zakiya zandra zara zareen zarina zdenka
  zeina zelda zelma zena zenaida zenobia zeynep zhanna zina zinaida zita ziva zoia zora zoraida zorica zoya zoë zsofia
  zsuzsa zsuzsanna zuhal zuleika zuleikha élise élodie émilie
`
    .trim()
    .split(/\s+/),
);
