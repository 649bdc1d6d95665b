/**
 * Less common given names of men, used only for gender. The name tagger was not trained with them, as they did not
 * increase the number of correctly named speakers.
 */
export const FURTHER_MEN_NAMES: ReadonlySet<string> = new Set(
  `
  abdelaziz abdelkader abdelrahman abdou abdoulaye abdulla abdur abhijit abhishek abid abiodun abram abubakar abul
  adama adamu ade adebayo adem adewale adil adnan adolf adolfo adolph agustin agustín ahsan aidan aiden aiman ajit
  akash akhtar akin akinwumi akmal alain alasdair alastair albin alec aleksander aleksei aleksey alessandro alessio
  aleš alfonso alhaji aliko aliou alisher allistair alois alonzo alpha alphonse alvaro alvin amadou amando amar
  ambrose amin amir amjad amos anand anatole andile andre andrius andré anibal anselm anthonie antti anuj anurag
  aníbal apollo archibald archie ari arif arild arkady arlen arman armand arnaldo arnaud arndt arnulfo arsene arsène
  artem artur artyom arun arvid asghar ashish ashraf ashton ashwin asim aslam atif atiku attila august augustin
  augustine augustus aurelio awad ayaz ayman ayub azhar aziz babacar babak badr bakary baldev baltasar balázs bandar
  barnaby barney barrett barton basil bassam bassem bastian baxter beau bekele bela bello benedetto benedikt benigno
  benito benoit benoît benson berhane bernardino bert bertil bertrand bhupinder bikram bilal birger bjarne björn bjørn
  blaine blaise blake bogdan bohdan bongani boniface booker boyd braden bradford brady bram branden brandon branko
  brant braxton brenton bret brice brock brody bronson bryant bryce bryson buddy burt buzz byung béla caio camilo
  candido carlisle carlton carmelo carroll carson carter cary casimir casper cassius cecil cedric ceferino celso
  cesare chaim chandler chaudhry che chester chet chetan chima chiwetel christiaan christian christo chukwudi ciaran
  cillian cipriano clarence clark clemens clement cliff clifford clifton clint clovis cody colby cole collin colton
  columba connor conrad constantin constantine cooper corbin cordell corey cornelis cornelius cornell costas cristobal
  cristóbal cullen curt cuthbert cyprian cyriaque cyrus cédric dag dagoberto dalton damon dane danial danie danish
  dante dario darius darnell darrel darrin darryl darwin daryl darío dashiell davey davi davor dawid dawit dawood
  dayton deandre declan dejan delbert delroy delwar demetrio demetrius dennison denys denzel deon dermot deron derrick
  deshawn desi desta dewayne dewey dexter dhruv dick didier diederik dietmar dietrich dieudonné dilip dillon dimas
  dimitar dimitrios dimitris dimo dinanath dino dion dionisio djibril dmytri dolph domenico domingo dominick dominik
  donal donatello donato donovan doron dorsey douglass drew driss duarte dudley duke duleep dusan dustin dusty dušan
  eamon eamonn ebenezer eberhard eckhard eddy edgardo edin edison edmond edmundo edouard edsel efrain efraín egon
  einar eivind eladio elbert elden eldon eldred eldridge elgin eli elio eliseo elkin ellis elmer elon elton elvin
  elvis elwood emanuel emanuele emerson emil emile emiliano emir emmett emory emre eneko enoch enzo ephraim eran eren
  erich erick erkki ermias ernie erol errol ervin erwin esa esau eston etienne eugen eugenio eusebio evander evans
  everett ezekiel ezra fabiano fabián fabrice fabricio fabrizio fadi fahad fahd faiz faizal farhad farid farooq faruk
  fathi faustino federico feliciano femi fendi ferdinando ferenc fergal fergus fernand ferran festus filip finbarr
  finlay finn fitzgerald flavio fletcher florent florentino florin floyd folke fons forrest foster frankie franklyn
  fraser frazer freddie freddy frederic fredrick fredrik frédéric fulgencio furkan fyodor fábio félix gabor gaetan
  gaetano galen gamal garfield garret garrett garrick garth gaspar gaston gavino gavriel gavyn gaétan gearóid gene
  georg georgi georgios gerd gerhardus germán gernot gerrit ghassan gianfranco gianluca gianni gideon gil gilad
  gilbert gilberto gilles gino girish giuliano glyn goran gorka gottfried gourab govind grahame gregor gregorio
  grigory grover guilherme guillaume gunnar guntur gurbanguly gus gustav gustave gwilym gyorgy györgy gábor gérard
  günter günther haakon habib hafiz haider hakeem hakim hal haldor hamad hamdi hameed hank hannes hannu hans-peter
  hardeep hari haris harish harlan haroon harris harrison harsh hartmut haruki haruna hashem hashim hayden heath
  heikki heiko heinz helge hemant hendrik henning henrique herb heriberto hermann hermes hernan hernán herschel hichem
  hideki hideyoshi hilario hillel hilton hipólito hiram hiroto hitoshi hjalmar hobart homer horace horst hosea hossam
  hossein hristo humberto humphrey husain husam huseyin hussain huw hyrum hüseyin iain ibrahima ignacio ignatius
  ikechukwu ikenna ilan ilir imad imre inaki inder ingmar ingo ingvar ioannis irakli irfaan irfan irshad irvin irving
  irwin isaac isaiah isidro ismael ismaila istvan istván italo itamar ivar ivo iwan izaak izzat iñaki jaap jabari
  jabbar jabulani jace jacek jacinto jacobo jacobus jad jagdish jagmeet jahangir jai jairo jalal jalen jamaal jamar
  jameson jamil jamison janek jani janko janne jannik janos janusz jarek jaroslav jaroslaw jarosław jarrett jarrod
  jarvis jaskaran jasper jasvir jaswant jatin javad javed javon jawad jayant jayson jean-baptiste jean-bernard
  jean-francois jean-françois jean-jacques jean-marie jean-michel jean-philippe jeb jed jedidiah jeetendra jefe
  jeffery jelani jerald jeremiah jermaine jerzy jesus jethro jimmie jiri jiro jitendra jiří joakim joaquim joaquín
  jochen jock johnathan johnnie johnpaul jonah jonathon jong-un jono jorgen jos josiah joss josu jovan jozef joël
  juancho juanito jude judson juergen jukka jules julien julius julián junaid jurgen juri juris justus justyn juvenal
  jyri jános jérôme józef jörg jørgen júlio jürgen kabir kader kadir kaleb kalidou kalim kamel kamran kanye karan
  kareem karl-heinz karol kashif kasim kasper katsuya kaveh kayode kazuki keanu keegan keenan kellen kelvin kemal
  kendrick kenny kent kenta kentaro kermit ketan kevan khadim khalifa khalil khurram khurshid kian kieran kilian kip
  kirk kishore kjell klemen knut koichi koji kojo kola konrad konstantinos korey kostas krishna kristian kristof
  kristoffer kuldeep kunal kwabena kwadwo kwaku kwasi kwesi kyle ladislav lamin lamine lamont landon langston lanny
  lasse laszlo laurens lavrenty layton lazar lazarus leandro lech lekan leland lenard lennart lennox lenny leonel
  leonidas leopold leopoldo leroy les lester lex leyland león lindani lino linus liviu llewellyn lonnie lorenz lorenzo
  lothar louie lowell loyd lucian luciano lucien lucio ludovic ludvig ludwig lukasz lukáš lutfullah luther luís lyle
  lyndon lynton lászló maarten mac macaulay maciej mack maddox magnus mahamadou mahdi mahendra maher mahesh mahmood
  maiko majid makhtar makoto mal malachi malachy malek malick malik malo mamadou mamdouh mampho mandla mangosuthu
  manish manny manoj manolo mansoor mansour manus manzoor marat marcelino marcello margus marin marino marios marius
  markku marlin marlon marques marquis marten martijn martinus martín marwan maryan masahiro masato masoud masud matej
  mateus matheus mathew mathieu mathis matias matthieu matti mattias matías maurizio maury maximilian maximiliano
  maximo maxwell mayank mayur mbaye melvyn memo mendel menelaos mervyn meyer mial micah michail mickey mihail mihir
  mikael mikel mikheil mikko miklos miklós mikolaj miles milo milorad miloš milton min-ho minoru mircea miroslav mirza
  misael misha modibo modou mohamud mohan mohit mohsen mohsin moises moisés moktar molefi momodou monir monty
  mordechai moritz morris mort mortaza morten mortimer moses mosibudi mostafa moussa moustapha mthuli muammar mudassar
  muhannad muhyiddin mujahid mujibur mukesh mukhtar munir muqtada murad murali murray musa mustapha muthu mwai myles
  myron mário máximo nabil nacho nadeem nader nadir nagendra naguib naim najibullah nanda nandan napoleon narayan
  narciso naresh nasir nasser nassim natan nate nathanael naveen navin neal nemanja nestor neville nevin niall nicanor
  niccolò nickolas nicolai nicolò niels nihal nikhil niklas nikola nikolaos nikolas nikolay nikos nimrod nino nir
  niranjan nishant nizar nnamdi noam nolan norbert norberto norris norton nouri noël nuno nursultan nurul nyameko
  néstor obadiah obafemi octavian octavio oded odin odysseas ofer okechukwu olafur olav ole oleksiy oliver olle olli
  ollie oluwole omari omer omid onofre oran oren oriol orrin orson orville osagie oskar osman osvaldo oswald oswaldo
  oswin othman otis otmar ousmane owain ozzie paco paddy panagiotis pankaj parag parvez pascal pasquale patricio
  patrik patrizio paulino pavol pawel paweł paxton payam pearse pekka percival percy peregrine perry pervez petri
  petrus petter philipp phineas pier piers piet pietro pim pinchas pius placido plácido prabhu prabowo pradeep pramod
  prasad prateek pratik praveen pravin preston priyantha pyotr qadir qasem qasim qazi quentin quincy quinton quique
  rab rabih radek radoslaw radosław rafał rafe rafi rafik rafiq ragab raghav ragnar rahim rahman rahmat raimo raimund
  rajan rajat rajeev rajendra rajkumar ralf ramakrishna raman ramaswamy rambo rami ramin ramiro ramiz ramsey ramzi
  randal randeep randolph ranil ranjan ranjit raoul raphaël rasheed rasmus rasool ratko raufi ravinder ravindra
  raymundo razak reggie reginald reid reidar reinaldo reiner reinhold remco remi renaldo renato renaud renzo rené
  reuben reuven rexford reza rhodri rhys ric richie rickey rico ridwan rigoberto riyad rizwan roald robbie rocco rocky
  roderick rodger rodrigue roel roelof rogelio rogério rohan rolando rollie roly romain romeo romesh romulo romário
  ronaldo ronan ronen ronny roque rory roshan rowland royce rubens rudi rudiger rufus rune ruslan russ rustam rusty
  ruud ryszard rémi rémy rüdiger saad saajid saber sabri sachin sadio safdar safwan sajid sajjad sal salah saleem
  saleh salim salomon sameer sami sammy sampson samson samuele sander sandile sandor sandro sanjeev sanjiv santino
  santosh saqib sarath sardar satoshi satya satyendra saurabh savvas saúl scot seamus sebastien sedat seif seiji selim
  selwyn sergiu serhiy severin severino seydou seymour seán shabbir shadi shafiq shahbaz shahram shahul shakeel shakib
  shakil shamim shamsul sharad shareef sharif shaukat shavkat shehu sheldon shemar shepard sherman sherwin sherwood
  shiraz shiv shlomo shoaib shuja shyam sid siddharth sidi sidiki sigmund sigurd silas silvan silvano silverio simeon
  sinclair sipho sixto sizwe slavko slobodan sohail sohrab sol solomon sotirios soumaila spiro spiros stafford stan
  stanislaw stanisław stefanos steffen stelios stellan sten stephan stewart stian stig stijn subrahmanyam sufyan
  suhail sukhbir sulaiman sumit suraj surya susilo svein svend swapan sylvain sylvester sándor séamus sébastien sérgio
  søren süleyman tad tadao tadeusz taha taher tahir taiwo tajuddin takeshi talal talha tamas tamer tamim tamás tanner
  tanveer tapan tareq tarun tauseef teddy tedros teemu teodoro terrance terrell tetsuo tevita teófilo thabang thaddeus
  thanasis theodor theodoros theophilus thibault thijs thom thorbjorn thorbjørn thore thorsten thulani thurgood
  thurman tibor tihomir tijjani timo timur tino tito titus tobias tolga tomasz tomaz tomi tommaso tommie tomohiro
  tomáš toomas torben tore torkel torsten toshio trent trenton trey tristan troy truman tsvi tucker tudor tuomas turki
  tycho tye tyrell tyrese tyrone tyson ulf ulrik ulysses umair umaro umberto umesh unai upendra uriel urs usman uthman
  vadim valdemar valentino valentín valeriy valter vance vasant vasco vasil vasile vasyl vaughn veer venkat venkatesh
  vicente vidar vikas vinay vinayak vince vinicius vinny vinod viorel virender virgil virgilio vishnu vitaliy vitor
  vittorio vladislav vojislav volker vusi vyacheslav vítor wael waheed wahid wale waleed wally walt waqar warner
  warwick wasim webster wendell wes wesley weston wilbert wilbur wilfredo wilfried willard willi willis wilmer wim
  winfred winfried winston wissam witold wladyslaw wojciech wole woodrow woody wyatt wyclef władysław xabi xander xavi
  ximo yacine yakov yakubu yann yannick yaron yaser yash yasir yassin yasuo yaw yehuda yiannis yigal yisrael yogesh
  yohan yoichi yonatan yoram yoshiki yossi youcef younis younous yousaf youssef youssouf yousuf yuichi yuji yukio
  yunus yusef yuval zac zach zachariah zack zafar zaheer zahid zaid zain zakaria zaki zane zayd zbigniew zdravko zeev
  zeke zinedine zlatan zlatko zoltan zoltán zubair zulfikar zulfiqar álvaro édouard émile étienne óscar łukasz
`
    .trim()
    .split(/\s+/),
);
