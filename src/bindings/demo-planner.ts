// What the demo shows of the planners' own pages: a receipt as the proof of a delivery, and a draft edition of the indicators that waits
// for its second person. Must stay true: invented, made by the commands that people use.
import sharp from 'sharp'
import { addMonths } from '../kernel/date.ts'
import type { Acting } from '../modules/convergence/acting.ts'
import { indicators } from '../modules/convergence/editions.ts'
import { shareOf } from '../modules/convergence/own-edition.ts'
import { draftEdition } from '../modules/convergence/own-edition-commands.ts'
import { periodOn } from '../modules/convergence/period.ts'
import { keepProof } from '../modules/convergence/proof.ts'
import type { Tx } from '../platform/db/tx.ts'
import type { KeptFile } from '../platform/files/files.ts'
import type { House } from './house.ts'

/** A drawn receipt without a name or a number of a person. */
export async function demoReceipt(house: House, region: string, goods: string): Promise<KeptFile | undefined> {
  const lines = [
    'TOKO CONTOH PARINGIN',
    'Kuitansi contoh, bukan bukti sah',
    goods,
    'Diterima keluarga dengan kode paket',
  ]
  const words = lines.map(
    (line, at) => `<text x="60" y="${140 + at * 90}" font-size="${at === 0 ? 52 : 38}">${line}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="900" height="620" font-family="sans-serif"><rect width="900" height="620" fill="#fbf8ee"/><path d="M40 40h820v540H40z" fill="none" stroke="#777" stroke-width="3"/>${words.join('')}</svg>`
  const kept = await keepProof(
    house.cases.files,
    region,
    new Uint8Array(await sharp(Buffer.from(svg)).jpeg().toBuffer()),
    'proof',
  )
  return kept.ok ? kept.value : undefined
}

/** Three targets of the next quarter, drafted and not confirmed. */
export async function seedEdition(tx: Tx, acting: Acting): Promise<void> {
  const higher: Readonly<Record<string, string>> = { SP3: '65', SP7: '92,5', SE5: '95' }
  const drafted = await draftEdition(tx, acting, [...new Set(indicators.indicators.map((one) => one.owner))], {
    name: 'Target Balangan (contoh)',
    source: 'Rancangan peraturan bupati contoh',
    from: periodOn(addMonths(periodOn(acting.today).from, 3)).key,
    indicators: Object.fromEntries(
      indicators.indicators.map((one) => [
        one.code,
        {
          target: higher[one.code] ?? String(Math.round(Number(shareOf(one)) * 10_000) / 100).replace('.', ','),
          owner: one.owner,
          budgetCode: one.budgetCode ?? '',
        },
      ]),
    ),
  })
  if (!drafted.ok) throw new Error(`The demo was refused: ${JSON.stringify(drafted.refusals)}`)
}
