import { describe, expect, test } from 'vitest';
import { namesIn, read } from './reading.ts';

describe('people', () => {
  test.each([
    ['a given name and a surname', 'On Monday Karin Solheim resigned.', ['Karin Solheim']],
    ['after an office', 'Foreign Minister Tadesse Worku resigned.', ['Tadesse Worku']],
    ['after a people and an office', 'Israeli Prime Minister Oded Raviv resigned.', ['Oded Raviv']],
    ['after an office with its field', 'Secretary of State Paula Renner resigned.', ['Paula Renner']],
    ['after an office with its place', 'The ambassador to Damascus Yusuf Haddad resigned.', ['Yusuf Haddad']],
    [
      'a name that begins like a country',
      'Defense Minister Israel Peled resigned. Israel was silent.',
      ['Israel Peled'],
    ],
    [
      'Arabic particles',
      'Talks with Nasser bin Rashid al-Mazrui and Abu Bakr Al-Jaziri ended.',
      ['Nasser bin Rashid al-Mazrui', 'Abu Bakr Al-Jaziri'],
    ],
    [
      'Dutch and Spanish particles',
      'Pieter van der Meer met Lucia de la Fuente.',
      ['Pieter van der Meer', 'Lucia de la Fuente'],
    ],
    ['an apostrophe', "Siobhan O'Farrell won.", ["Siobhan O'Farrell"]],
    ['initials', 'J. P. Hollis and Anna R. Brandt won.', ['J. P. Hollis', 'Anna R. Brandt']],
    ['a hyphen', 'Marie-Claire Dubois-Lenoir won.', ['Marie-Claire Dubois-Lenoir']],
    ['of small letters after a hyphen', 'Kim Jong-un met Yau Wai-ching.', ['Kim Jong-un', 'Yau Wai-ching']],
    ['a country for a given name', 'Chad Michael Brekke sang.', ['Chad Michael Brekke']],
    ['after a place that they do not belong to', 'The envoy to Damascus Yassin Haddad sang.', ['Yassin Haddad']],
    ['a form of address', 'The prize went to Mr. Adeyinka and Dr. Ngata.', ['Adeyinka', 'Ngata']],
    ['a possessive', "Karin Solheim's boat sank.", ['Karin Solheim']],
    ['a month for a given name', 'Mayor April Sanders and June Hartley won.', ['April Sanders', 'June Hartley']],
    ['after a possessive', "Talks with the Brekkes' Karin Tangstad ended.", ['Karin Tangstad']],
    ['with the group they belong to', "Hamas' Yusuf Haddad spoke.", ['Yusuf Haddad']],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text, 'person')).toEqual(expected);
  });
});

describe('organisations', () => {
  test.each([
    ['a last word that tells', 'The Coastal Rescue Service sailed.', ['Coastal Rescue Service']],
    [
      'a ministry of several things',
      'The Ministry of Culture, Tourism and Antiquities opened it.',
      ['Ministry of Culture, Tourism and Antiquities'],
    ],
    ['of a place', 'She teaches at the University of Halden.', ['University of Halden']],
    ['a listed one', 'Aid from UNICEF reached the camp.', ['UNICEF']],
    ['an unknown acronym', 'A report by the NVRK came out.', ['NVRK']],
    ['only in capitals', 'Who asked? The WHO did.', ['WHO']],
    ['two with a hyphen', 'The Israel-Hamas war went on.', ['Hamas']],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text, 'organization')).toEqual(expected);
  });
});

describe('places', () => {
  test.each([
    ['listed ones', 'From Jordan and Lebanon to Türkiye and the Red Sea.', ['Jordan', 'Lebanon', 'Türkiye', 'Red Sea']],
    ['a last word that tells', 'The Orvik River rose.', ['Orvik River']],
    ['a part of a country', 'Rain fell on Northern Syria.', ['Northern Syria']],
    ['unknown, after "in", though a verb follows', 'Residents in Orvik said they fled.', ['Orvik']],
    ['unknown, after "in"', 'A fire broke out in Orvik.', ['Orvik']],
    ['unknown, of two words', 'Smoke rose over Beit Hazar.', ['Beit Hazar']],
    ['two with a hyphen', 'The Iraq-Syria border is long.', ['Iraq', 'Syria']],
    ['before a verb with a hyphen', 'US-led talks began.', ['US']],
    ['of two words before a hyphen', 'A Hong Kong-listed firm closed.', ['Hong Kong']],
    ['by their owners', "Berkeley's Department of Linguistics is big.", ['Berkeley']],
    ['with stops', 'The U.S. and the U.K. agreed.', ['U.S.', 'U.K.']],
  ])('%s', (_, text, expected) => {
    expect(namesIn(text, 'place')).toEqual(expected);
  });
});

test.each([
  ['peoples and faiths', 'Iraqi Sunnis and Syrian Kurds met Palestinians.'],
  ['days and months', 'On Friday, May 6, it rained. In December it snowed.'],
  ['the first word of a sentence', 'Witnesses fled. However, nobody spoke. Meanwhile it rained.'],
  ['agreements and events', 'The Orvik Accord ended the Winter War.'],
  ['an acronym of an agreement', 'They signed the Northern Fisheries Agreement (NFA). The NFA is short.'],
  ['an office alone', 'The President met the Foreign Minister.'],
  ['a title alone, though it looks like a name', 'On Monday the Amir spoke. The Amir left.'],
  ['sums and plural acronyms', 'Two MPs paid Dh500 each for EVs.'],
])('these name nobody and nothing: %s', (_, text) => {
  expect(read(text).entities.map(({ name }) => name)).toEqual([]);
});
