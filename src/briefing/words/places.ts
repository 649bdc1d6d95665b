/**
 * Countries: the name of the side | other names, demonyms, capitals, cities and seats of power that
 * represent it. Lowercase after the bar; the name before it is also its own first form.
 */
const TABLE = `
Afghanistan|afghan,afghans,kabul
Albania|albanian,albanians,tirana
Algeria|algerian,algerians,algiers
Angola|angolan,angolans,luanda
Argentina|argentine,argentines,argentinian,argentinians,buenos aires,casa rosada
Armenia|armenian,armenians,yerevan
Australia|australian,australians,canberra,sydney,melbourne,queensland,new south wales,victoria state
Austria|austrian,austrians,vienna
Azerbaijan|azerbaijani,azerbaijanis,baku
Bahamas|bahamian,bahamians,nassau
Bahrain|bahraini,bahrainis,manama
Bangladesh|bangladeshi,bangladeshis,dhaka
Barbados|barbadian,bridgetown
Belarus|belarusian,belarusians,minsk
Belgium|belgian,belgians
Belize|belizean
Benin|beninese,porto-novo
Bhutan|bhutanese,thimphu
Bolivia|bolivian,bolivians,la paz
Bosnia and Herzegovina|bosnia,bosnian,bosnians,sarajevo
Botswana|botswanan,gaborone
Brazil|brazilian,brazilians,brasilia,brasília,rio de janeiro,sao paulo,são paulo
Britain|uk,u.k,u.k.,british,britons,united kingdom,great britain,london,downing street,whitehall,westminster,england,english,scotland,scottish,wales,welsh,northern ireland
Brunei|bruneian
Bulgaria|bulgarian,bulgarians,sofia
Burkina Faso|burkinabe,ouagadougou
Burundi|burundian
Cambodia|cambodian,cambodians,phnom penh
Cameroon|cameroonian,cameroonians,yaounde,yaoundé
Canada|canadian,canadians,ottawa,ontario,quebec,toronto,british columbia,alberta
Cape Verde|cape verdean
Central African Republic|central african,central africans,bangui
Chad|chadian,chadians,n'djamena
Chile|chilean,chileans,la moneda
China|chinese,beijing,prc,zhongnanhai,shanghai
Colombia|colombian,colombians,bogota,bogotá
Congo|congolese,kinshasa,democratic republic of congo,drc,dr congo,brazzaville
Costa Rica|costa rican,costa ricans
Croatia|croatian,croatians,zagreb
Cuba|cuban,cubans,havana
Cyprus|cypriot,cypriots,nicosia
Czech Republic|czech,czechs,czechia,prague
Denmark|danish,danes,copenhagen
Djibouti|djiboutian
Dominican Republic|santo domingo
East Timor|timor-leste,timorese,dili
Ecuador|ecuadorian,ecuadorians,ecuadorean,quito
Egypt|egyptian,egyptians,cairo
El Salvador|salvadoran,salvadorans,salvadorian
Equatorial Guinea|malabo
Eritrea|eritrean,eritreans,asmara
Estonia|estonian,estonians,tallinn
Eswatini|swazi,swaziland
Ethiopia|ethiopian,ethiopians,addis ababa
European Union|eu,e.u,e.u.,brussels,european commission
Fiji|fijian,fijians,suva
Finland|finnish,finns,helsinki
France|french,paris,elysee,élysée,quai d'orsay,matignon
Gabon|gabonese,libreville
Gambia|gambian,gambians,banjul
Georgia|georgian,georgians,tbilisi
Germany|german,germans,berlin,bundestag,bavaria
Ghana|ghanaian,ghanaians,accra
Greece|greek,greeks,athens
Greenland|greenlandic,greenlanders,nuuk
Guatemala|guatemalan,guatemalans
Guinea|guinean,guineans,conakry
Guyana|guyanese
Haiti|haitian,haitians,port-au-prince
Honduras|honduran,hondurans,tegucigalpa
Hong Kong|hongkonger,hongkongers
Hungary|hungarian,hungarians,budapest
Iceland|icelandic,icelanders,reykjavik
India|indian,indians,new delhi,delhi,mumbai,uttar pradesh,maharashtra,kerala,tamil nadu,karnataka
Indonesia|indonesian,indonesians,jakarta
Iran|iranian,iranians,tehran,teheran,islamic republic
Iraq|iraqi,iraqis,baghdad
Ireland|irish,dublin
Israel|israeli,israelis,jerusalem,tel aviv,knesset
Italy|italian,italians,rome
Ivory Coast|ivorian,ivorians,abidjan,yamoussoukro,cote d'ivoire,côte d'ivoire
Jamaica|jamaican,jamaicans
Japan|japanese,tokyo,nagatacho
Jordan|jordanian,jordanians,amman
Kazakhstan|kazakh,kazakhs,kazakhstani,astana
Kenya|kenyan,kenyans,nairobi
Kosovo|kosovar,kosovars,pristina
Kuwait|kuwaiti,kuwaitis
Kyrgyzstan|kyrgyz,bishkek
Laos|lao,laotian,vientiane
Latvia|latvian,latvians,riga
Lebanon|lebanese,beirut
Lesotho|basotho,maseru
Liberia|liberian,liberians,monrovia
Libya|libyan,libyans,tripoli
Lithuania|lithuanian,lithuanians,vilnius
Luxembourg|luxembourgish
Madagascar|malagasy,antananarivo
Malawi|malawian,malawians,lilongwe
Malaysia|malaysian,malaysians,kuala lumpur,putrajaya
Maldives|maldivian,male city
Mali|malian,malians,bamako
Malta|maltese,valletta
Mauritania|mauritanian,nouakchott
Mauritius|mauritian,port louis
Mexico|mexican,mexicans,mexico city
Moldova|moldovan,moldovans,chisinau
Mongolia|mongolian,mongolians,ulaanbaatar,ulan bator
Montenegro|montenegrin,podgorica
Morocco|moroccan,moroccans,rabat
Mozambique|mozambican,mozambicans,maputo
Myanmar|burma,burmese,naypyidaw,naypyitaw,yangon
Namibia|namibian,namibians,windhoek
NATO|north atlantic treaty organization
Nepal|nepali,nepalese,nepalis,kathmandu
Netherlands|dutch,the hague,amsterdam,holland
New Zealand|new zealander,new zealanders,kiwi,auckland,beehive
Nicaragua|nicaraguan,nicaraguans,managua
Niger|nigerien,niamey
Nigeria|nigerian,nigerians,abuja,lagos,aso rock
North Korea|north korean,north koreans,pyongyang,dprk,democratic people's republic of korea
North Macedonia|macedonian,macedonians,skopje
Norway|norwegian,norwegians,oslo
Oman|omani,omanis,muscat
Pakistan|pakistani,pakistanis,islamabad,karachi,lahore,rawalpindi
Palestine|palestinian,palestinians,ramallah,palestinian authority,gaza,west bank
Panama|panamanian,panamanians
Papua New Guinea|papua new guinean,port moresby
Paraguay|paraguayan,asuncion
Peru|peruvian,peruvians,lima
Philippines|philippine,filipino,filipinos,manila,malacañang,malacanang
Poland|polish,poles,warsaw
Portugal|portuguese,lisbon
Qatar|qatari,qataris,doha
Romania|romanian,romanians,bucharest
Russia|russian,russians,moscow,kremlin,russian federation
Rwanda|rwandan,rwandans,kigali
Samoa|samoan,samoans,apia
Saudi Arabia|saudi,saudis,riyadh
Senegal|senegalese,dakar
Serbia|serbian,serbs,serb,belgrade
Sierra Leone|sierra leonean,sierra leoneans,freetown
Singapore|singaporean,singaporeans
Slovakia|slovak,slovaks,bratislava
Slovenia|slovenian,slovene,ljubljana
Solomon Islands|honiara
Somalia|somali,somalis,mogadishu
South Africa|south african,south africans,pretoria,cape town,johannesburg
South Korea|south korean,south koreans,seoul,blue house,republic of korea,rok,cheong wa dae,yongsan
South Sudan|south sudanese,juba
Soviet Union|soviet,ussr
Spain|spanish,spaniards,madrid,catalonia,catalan,moncloa
Sri Lanka|sri lankan,sri lankans,colombo
Sudan|sudanese,khartoum
Suriname|surinamese,paramaribo
Sweden|swedish,swedes,stockholm
Switzerland|swiss,bern
Syria|syrian,syrians,damascus
Taiwan|taiwanese,taipei
Tajikistan|tajik,dushanbe
Tanzania|tanzanian,tanzanians,dodoma,dar es salaam
Thailand|thai,thais,bangkok
Togo|togolese,lome
Tonga|tongan,tongans
Trinidad and Tobago|trinidadian,port of spain
Tunisia|tunisian,tunisians,tunis
Turkey|turkish,turks,ankara,türkiye,turkiye
Turkmenistan|turkmen,ashgabat
Tuvalu|tuvaluan
Uganda|ugandan,ugandans,kampala
Ukraine|ukrainian,ukrainians,kyiv,kiev
United Arab Emirates|uae,u.a.e.,emirati,emiratis,abu dhabi,dubai
United Nations|un,u.n,u.n.,un security council,security council,un general assembly,general assembly
United States|us,u.s,u.s.,u.s.a.,usa,america,american,americans,washington,white house,pentagon,capitol hill,foggy bottom,state department,oval office
Uruguay|uruguayan,montevideo
Uzbekistan|uzbek,uzbeks,tashkent
Vanuatu|vanuatuan,port vila
Vatican|holy see,vatican city
Venezuela|venezuelan,venezuelans,caracas,miraflores
Vietnam|vietnamese,hanoi
Yemen|yemeni,yemenis,sanaa
Zambia|zambian,zambians,lusaka
Zimbabwe|zimbabwean,zimbabweans,harare
`;

/** Lowercase place word → the side it represents. */
export const SIDES: ReadonlyMap<string, string> = new Map(
  TABLE.trim()
    .split('\n')
    .flatMap((line) => {
      const [name = '', forms = ''] = line.split('|');
      return [name.toLowerCase(), ...forms.split(',')].filter(Boolean).map((form): [string, string] => [form, name]);
    }),
);

/** Places that represent no country: cities, states, regions. They are no persons. */
export const OTHER_PLACES: ReadonlySet<string> = new Set(
  `alabama|alaska|arizona|arkansas|california|colorado|connecticut|delaware|florida|hawaii|idaho|illinois|indiana|iowa|
kansas|kentucky|louisiana|maine|maryland|massachusetts|michigan|minnesota|mississippi|missouri|montana|nebraska|nevada|
new hampshire|new jersey|new mexico|new york|north carolina|north dakota|ohio|oklahoma|oregon|pennsylvania|rhode island|
south carolina|south dakota|tennessee|texas|utah|vermont|virginia|west virginia|wisconsin|wyoming|puerto rico|
new york city|los angeles|chicago|houston|philadelphia|phoenix|san antonio|san diego|dallas|san francisco|seattle|
boston|miami|detroit|atlanta|las vegas|new orleans|manhattan|brooklyn|hollywood|silicon valley|wall street|
europe|asia|africa|latin america|south america|north america|middle east|southeast asia|east asia|central asia|
western europe|eastern europe|balkans|caribbean|pacific|atlantic|arctic|antarctica|oceania|korea|korean peninsula|
central america|sub-saharan africa|west africa|east africa|southern africa|north africa|the gulf|persian gulf|
crimea|donbas|kashmir|punjab|tibet|xinjiang|bengal|sindh|balochistan|bihar|gujarat|rajasthan|kolkata|chennai|
bangalore|bengaluru|hyderabad|geneva|zurich|hamburg|munich|frankfurt|barcelona|milan|naples|venice|florence|
manchester|liverpool|birmingham|glasgow|edinburgh|belfast|cardiff|istanbul|aleppo|mosul|basra|kharkiv|odesa|lviv|
mariupol|st petersburg|osaka|hiroshima|fukushima|okinawa|busan|incheon|guangdong|guangzhou|shenzhen|wuhan|tianjin|
durban|mombasa|kano|ibadan|port harcourt|vancouver|montreal|calgary|saskatchewan|manitoba|nova scotia|perth|
brisbane|adelaide|tasmania|darwin|davos|guantanamo|guantanamo bay|congress|capitol`
    .split('|')
    .map((place) => place.trim())
    .filter(Boolean),
);

/** First words of multi-word places: for other words, only single words are looked up. */
export const LONG_PLACES: ReadonlySet<string> = new Set(
  [...SIDES.keys(), ...OTHER_PLACES]
    .filter((place) => place.includes(' '))
    .map((place) => place.slice(0, place.indexOf(' '))),
);
