/** Word lists of the text reader: data only. */

/**
 * The letters of names in English papers, for use inside a character class. At a cold start, a pattern with `\p{L}`
 * takes milliseconds to compile; these take none.
 */
export const UPPER = 'A-ZÀ-ÖØ-ÞĀ-ŽḀ-Ỹ';
export const LETTER = 'A-Za-zÀ-ÖØ-öø-žḀ-ỹ\\u0300-\\u036f';

/** Agencies and photo services in picture credits. */
export const AGENCIES =
  'AP|A\\.P\\.|Associated Press|AFP|Agence France-Presse|Reuters|REUTERS|Getty(?: Images)?|EPA(?:-EFE)?|EFE|Yonhap|Xinhua|Kyodo|TASS|' +
  'Bloomberg|UPI|PA(?: Wire| Media| Images)?|ANSA|dpa|DPA|Newsis|News1|Anadolu(?: Agency)?|AA|AAP|CP|Canadian Press|PTI|ANI|' +
  'Zuma(?: Press)?|ZUMA|Alamy|Shutterstock|iStock|Sipa(?: USA)?|NurPhoto|Pool|Handout|Courtesy|Magnum|Rex|Ukrinform|KCNA|SIPA|NTB|TT|' +
  'Ritzau|Keystone|APA|Jiji|VCG|Unsplash|Pexels|Wikimedia(?: Commons)?|Flickr|POOL';

/** Sources of pictures: a credit only next to a name. */
export const PLATFORMS = 'Facebook|Instagram|Twitter|YouTube|LinkedIn|Screenshot|Screengrab';

/** Words in the names of newspapers, agencies and broadcasters. */
export const MEDIA =
  'Herald|Times|Post|News|Journal|Tribune|Guardian|Gazette|Daily|Press|Telegraph|Mail|Chronicle|Observer|Standard|Globe|Star|Sun|' +
  'Mirror|Independent|Examiner|Inquirer|Courier|Dispatch|Record|Register|Sentinel|Bulletin|Review|Economist|Atlantic|Magazine|' +
  'Weekly|Today|Week|Radio|Television|TV|Broadcasting|Agency|Monitor|Reporter|News Service|Newswire|Express|Argus|Advertiser|Mercury|Echo|Wire|Online';

/** Publishers whose names contain none of those words. */
export const PUBLISHERS =
  'Reuters|AP|AFP|BBC|CNN|CNBC|NBC|ABC|CBS|PBS|NPR|MSNBC|Al Jazeera|Bloomberg|Politico|POLITICO|Axios|Vox|Slate|Salon|Semafor|HuffPost|' +
  'Breitbart|Time|Newsweek|Wired|Forbes|Fortune|Yonhap|Xinhua|Kyodo|TASS|Interfax|DW|Deutsche Welle|Euronews|France 24|Le Monde|Der Spiegel|' +
  'El País|Haaretz|Dawn|The Hindu|The Hill|The Age|The Intercept|ProPublica|The Conversation|The Verge|Vice|Quartz|Stuff|Nikkei Asia|' +
  'Kommersant|Meduza|Rappler|Mint|Scroll\\.in|Nature|Science';

/** Names of newspaper sections: such a line above the headline is not a headline. */
export const SECTIONS =
  'home|world|politics|business|opinion|sports?|culture|arts|science|technology|tech|health|environment|climate|national|international|' +
  'local|metro|us|u\\.s\\.|uk|europe|asia|asia pacific|africa|middle east|americas|economy|markets|life|lifestyle|education|society|media|' +
  'world news|us news|uk news|top stories|latest|breaking news|news|analysis|exclusive|defen[cs]e|diplomacy|security|foreign affairs|nation|' +
  'north korea|elections?|crime|law|justice|weather|travel|food|books|film|music|style|real estate|obituaries|letters|editorial|features?';

/** Job titles of authors: `Staff Writer`, `Senior Political Correspondent`. */
export const ROLES =
  'writers?|reporters?|correspondents?|editors?|staff|contributors?|columnists?|journalists?|bureau|photographers?|producers?|chief|desk|team|' +
  'analysts?|critics?|fellow';
