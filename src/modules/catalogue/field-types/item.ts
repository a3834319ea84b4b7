// The types of questions that may stand inside a list: all but lists and groups of people.
import { choice, yesNo } from './choice.ts'
import { email, phone } from './contact.ts'
import { date, time } from './date.ts'
import { newName, storedName } from './name.ts'
import { decimal, integer } from './number.ts'
import { deedNumber, kk, nik, travelDocument } from './number-of-paper.ts'
import { person } from './person.ts'
import { photo } from './photo.ts'
import { address, village } from './place.ts'
import { digits, longText, text } from './text.ts'

export const ITEM_TYPES = {
  text,
  longtext: longText,
  'name-new': newName,
  name: storedName,
  date,
  time,
  integer,
  decimal,
  choice,
  'yes-no': yesNo,
  village,
  phone,
  email,
  nik,
  kk,
  'deed-number': deedNumber,
  'travel-document': travelDocument,
  digits,
  person,
  address,
  photo,
} as const
