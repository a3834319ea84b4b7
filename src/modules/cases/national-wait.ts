// Where an application waits for the national centre: its effects ask whether a person is the only one of that identity, and a card
// or a number must not go out before the answer. Pure. Must stay true: only `uniquenessCheck` waits, as nothing else of an
// application hangs on the centre; without an interface an officer notes what the centre's screen says.

import type { Refusal } from '../../kernel/refusal.ts'
import { fill, type Text } from '../../kernel/text.ts'
import type { NationalCheck } from '../national/rules.ts'
import type { Effect } from '../register/effect.ts'
import type { Check } from './office-port.ts'

const t = (id: string, en: string): Text => ({ id, en })

/** Whether the definition may ask the centre at all, and does not hold the answer itself. */
export const mayAskNation = (effects: readonly Effect[]): boolean =>
  effects.some((effect) => effect.op === 'uniquenessCheck' && effect.result === undefined)

/** Whether this very application asks: one line of the plan for each effect carried out. */
export const asksNation = (done: readonly string[]): boolean => done.some((line) => line.startsWith('uniquenessCheck'))

/** Why nothing may be prepared yet. */
export function waitFor(check: NationalCheck | undefined): Refusal | undefined {
  if (check?.answer === 'unique') return undefined
  return check?.answer === 'duplicate'
    ? { code: 'national-duplicate', params: { reference: check.reference ?? '' } }
    : { code: 'national-waiting' }
}

/** The line among the checks before a decision. */
export function checkLine(check: NationalCheck | undefined, at: (moment: Date) => string): Check {
  if (check === undefined)
    return {
      title: t('Cek ketunggalan pusat belum ditanyakan', 'The national uniqueness check is not asked yet'),
      text: t(
        'Nomor dan kartu baru dapat disiapkan setelah pusat menjawab tunggal. Catat jawabannya di bawah.',
        'Numbers and cards are prepared once the centre answers unique. Note its answer below.',
      ),
      tone: 'stop',
    }
  const when = { at: at(check.at), reference: check.reference ?? '' }
  const said = (text: Text): Text => ({ id: fill(text.id, when), en: fill(text.en, when) })
  if (check.answer === 'unique')
    return {
      title: t('Pusat menjawab: data tunggal', 'The centre answered: unique'),
      text: said(t('Rujukan {reference}, {at}', 'Reference {reference}, {at}')),
      tone: 'ok',
    }
  return check.answer === 'duplicate'
    ? {
        title: t('Pusat menjawab: data ganda', 'The centre answered: duplicate'),
        text: said(
          t(
            'Rujukan {reference}, {at}. Tolak permohonan, atau catat jawaban baru bila pusat memperbaikinya.',
            'Reference {reference}, {at}. Reject the application, or note a new answer once the centre put it right.',
          ),
        ),
        tone: 'stop',
      }
    : {
        title: t('Pusat belum menjawab', 'The centre has not answered yet'),
        text: said(t('Ditanyakan {at}', 'Asked {at}')),
        tone: 'stop',
      }
}

const STATES: Readonly<Record<string, Text>> = {
  waiting: t('{count} belum ditanyakan', '{count} not asked yet'),
  asked: t('{count} menunggu jawaban', '{count} awaiting an answer'),
  confirmed: t('{count} cocok', '{count} confirmed'),
  differs: t('{count} berbeda', '{count} differ'),
  unknown: t('{count} tidak dikenal', '{count} not known'),
  failed: t('{count} perlu dilihat petugas data', '{count} to be looked at by a data officer'),
}

/** How the national register stands to the changes an issued case made; undefined when it made none. */
export function answersLine(
  counts: readonly { readonly state: string; readonly count: number }[],
  href: string | undefined,
): Check | undefined {
  if (counts.length === 0) return undefined
  const list = (language: 'id' | 'en') =>
    counts.map(({ state, count }) => fill((STATES[state] ?? t('{count}', '{count}'))[language], { count })).join(', ')
  const isFine = counts.every(({ state }) => state === 'confirmed')
  return {
    title: t('Register nasional', 'National register'),
    text: { id: `${list('id')}.`, en: `${list('en')}.` },
    tone: isFine ? 'ok' : 'care',
    ...(href === undefined ? {} : { link: { href, label: t('Buka register nasional', 'Open the national register') } }),
  }
}
