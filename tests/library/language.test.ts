import { describe, expect, test } from 'vitest';
import { foreignLanguage, requireEnglish } from '#library/language';

describe('text that is certainly not English', () => {
  test.each([
    ['ko', '정부는 화요일 회의를 열고 댐 건설 문제를 논의했다고 밝혔다. 장관은 다음 달 다시 만날 것이라고 말했다.'],
    ['ja', '政府は火曜日に会議を開き、ダムの建設について話し合ったと発表した。大臣は来月また会うと述べた。'],
    ['zh', '政府星期二举行会议，讨论大坝建设问题。部长说，下个月将再次会面，双方都没有让步，谈判将继续。'],
    ['ru', 'Правительство во вторник обсудило строительство плотины, сообщил министр. Переговоры продолжатся.'],
    [
      'uk',
      'Уряд у вівторок обговорив будівництво греблі, повідомив міністр. Переговори триватимуть і надалі, її підтримали.',
    ],
    ['ar', 'عقدت الحكومة اجتماعا يوم الثلاثاء لمناقشة بناء السد، وقال الوزير إن المحادثات ستستمر الشهر المقبل.'],
    [
      'de',
      'Die Regierung hat am Dienstag über den Bau des Damms beraten. Der Minister sagte, man werde sich im Mai wieder treffen, und beide Seiten seien nicht zufrieden.',
    ],
    [
      'fr',
      'Le gouvernement a discuté mardi de la construction du barrage. Le ministre a dit que les parties vont se revoir en mai et que rien ne sera décidé avant.',
    ],
    [
      'es',
      'El gobierno discutió el martes la construcción de la presa. El ministro dijo que las partes se verán de nuevo en mayo y que no hay acuerdo por ahora.',
    ],
    [
      'it',
      'Il governo ha discusso martedì la costruzione della diga. Il ministro ha detto che le parti si vedranno di nuovo a maggio e che non è stato deciso nulla.',
    ],
    [
      'pt',
      'O governo discutiu na terça-feira a construção da barragem. O ministro disse que as partes vão se reunir de novo em maio e que não há acordo por enquanto.',
    ],
    [
      'nl',
      'De regering heeft dinsdag over de bouw van de dam gesproken. De minister zei dat de partijen elkaar in mei weer zien en dat er nog geen akkoord is bereikt.',
    ],
  ])('%s', (tag, text) => {
    expect(foreignLanguage(text)).toBe(tag);
  });

  test('is rejected with the name of its language', () => {
    expect(() => requireEnglish('정부는 화요일 회의를 열고 댐 건설 문제를 논의했다고 밝혔다.')).toThrow(
      'This article is in Korean, and Onrecord reads only English',
    );
  });

  test('is named after the declared language', () => {
    const text = 'Влада је у уторак расправљала о изградњи бране, рекао је министар. Преговори се настављају.';
    expect(foreignLanguage(text, 'sr-RS')).toBe('sr');
    expect(foreignLanguage(text, 'nonsense!')).toBe('ru');
  });
});

test.each([
  ['nl', 'De burgemeester zei dinsdag dat de brug deze zomer dicht gaat, na een vergadering van de raad.'],
  ['de', 'Die Bürgermeisterin sagte am Dienstag, die Brücke werde im Sommer nach der Sitzung des Rats geschlossen.'],
  ['fr', 'Le maire a déclaré mardi que le pont serait fermé pendant tout l’été après la réunion du conseil.'],
  ['es', 'La alcaldesa dijo el martes que el puente se cerrará durante todo el verano, y no hay otra opción.'],
  ['id', 'Wali kota mengatakan pada hari Selasa bahwa jembatan itu akan ditutup dan tidak dibuka untuk musim panas.'],
  [
    'pl',
    'Burmistrz powiedział, że most zostanie zamknięty na całe lato. „Nie mieliśmy wyboru”, powiedział po posiedzeniu rady miasta w ratuszu, gdzie czekali mieszkańcy.',
  ],
  ['sv', 'Borgmästaren sade på tisdagen att bron ska stängas under hela sommaren efter mötet i stadshuset.'],
  ['hu', 'A polgármester kedden azt mondta, hogy a hidat egész nyárra lezárják, és nem volt más.'],
] as const)('two lines of another language are enough: %s', (_, text) => {
  expect(text.split(' ').length).toBeLessThan(25);
  expect(foreignLanguage(text)).toBeDefined();
});

describe('text that may be English is accepted', () => {
  test.each([
    [
      'a line of foreign names',
      'De Bruyne, Van Dijk, De Jong, De Ligt, La Rosa and El Amin score as Los Lagos beat San Marino in Rio de Plata.',
    ],
    [
      'a headline of names',
      'Santos Silva de Oliveira, Pedro da Costa, Maria del Carmen, Luis de la Torre, Ana do Vale, Juan el Mago win',
    ],
    ['short', 'No deal.'],
    [
      'names',
      'Angela Merkel, Emmanuel Macron, Pedro Sánchez, Giorgia Meloni, Ursula von der Leyen, Charles Michel, Josep Borrell, Olaf Scholz, Annalena Baerbock, Robert Habeck, Christian Lindner, Jean-Luc Mélenchon, Marine Le Pen.',
    ],
    ['figures', '12 34 56 78. 90 12 34.'],
    [
      'a foreign quotation',
      'The minister said “정부는 화요일 회의를 열고 댐 건설 문제를 논의했다” and left for the airport.',
    ],
    [
      'a foreign title',
      'The film “Das Leben der Anderen” won the prize for the best film from abroad, and the director of it said that he was very happy with that.',
    ],
  ])('%s', (_, text) => {
    expect(foreignLanguage(text, 'ko')).toBeUndefined();
  });
});
