import { describe, expect, test } from 'vitest'
import { Button } from './button.tsx'
import { ChoiceCards } from './choice-cards.tsx'
import { DateOfBirth } from './date-of-birth.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { Field } from './field.tsx'
import { type Content, Speaking } from './language.ts'
import { SelectField } from './select-field.tsx'
import { Steps } from './steps.tsx'
import { TimeField } from './time-field.tsx'
import { Upload } from './upload.tsx'
import { VillageFinds, VillagePicker } from './village-picker.tsx'

const draw = (content: Content, language: 'id' | 'en' = 'id'): string =>
  String((<Speaking value={language}>{content}</Speaking>).toString())

describe('Field', () => {
  test('joins label, hint, error and unit to its box, in reading order', () => {
    const html = draw(
      <Field
        name="weight"
        label="Berat"
        hint="Dalam gram"
        error="Terlalu berat"
        unit="gram"
        kind="number"
        value="32000"
      />,
    )
    expect(html).toContain('<label for="weight">Berat</label>')
    expect(html).toContain('aria-describedby="weight-h weight-e weight-u"')
    expect(html).toContain('aria-invalid="true"')
    expect(html).toContain('inputmode="numeric"')
    expect(html).toContain('value="32000"')
    expect(html.indexOf('weight-h"')).toBeLessThan(html.indexOf('id="weight-e"'))
    expect(html.indexOf('id="weight-e"')).toBeLessThan(html.indexOf('<input'))
  })

  test('is required without a word, and says when it may stay empty', () => {
    expect(draw(<Field name="a" label="A" />)).not.toMatch(/required|boleh/)
    expect(draw(<Field name="a" label="A" optional />)).toContain('(boleh dikosongkan)')
    expect(draw(<Field name="a" label="A" optional />, 'en')).toContain('(may be left empty)')
  })

  test('never has a placeholder and keeps several lines as written', () => {
    const html = draw(<Field name="a" kind="lines" label="A" value={'satu\ndua <b>'} />)
    expect(html).toContain('>satu\ndua &lt;b&gt;</textarea>')
    expect(html).not.toContain('placeholder')
  })
})

describe('groups of answers', () => {
  test('cards: the first one carries the name a link in the summary jumps to', () => {
    const html = draw(
      <ChoiceCards
        name="sex"
        label="Jenis kelamin"
        error="Pilih salah satu"
        value="L"
        choices={[
          { value: 'P', label: 'Perempuan' },
          { value: 'L', label: 'Laki-laki' },
        ]}
      />,
    )
    expect(html).toMatch(/<fieldset class="field bad" aria-describedby="sex-e"><legend>Jenis kelamin<\/legend>/)
    expect(html).toMatch(/<input type="radio" id="sex" name="sex" value="P"\/>/)
    expect(html).toMatch(/id="sex-L" name="sex" value="L" checked=""/)
  })

  test('many: all chosen values are ticked', () => {
    const html = draw(
      <ChoiceCards
        many
        name="x"
        label="X"
        value={['a', 'c']}
        choices={['a', 'b', 'c'].map((value) => ({ value, label: value }))}
      />,
    )
    expect(html.match(/checked/g)).toHaveLength(2)
    expect(html.match(/type="checkbox"/g)).toHaveLength(3)
  })

  test('a date marks only the wrong part, and that part carries the name', () => {
    const html = draw(
      <DateOfBirth
        name="born"
        label="Lahir"
        error="Bulan ini hanya 28 hari"
        wrong={['month']}
        value={{ day: '31', month: '02', year: '2026' }}
      />,
    )
    expect(html.match(/aria-invalid="true"/g)).toHaveLength(1)
    expect(html).toMatch(/<select id="born" name="born.month" aria-invalid="true">/)
    expect(html).toContain('id="born-day" name="born.day"')
    expect(html).toContain('<option value="2" selected="">Februari</option>')
    expect(html).toContain('value="31"')
  })

  test('a date with an unnamed fault marks every part; without one the day carries the name', () => {
    expect(
      draw(<DateOfBirth name="born" label="Lahir" error="Tulis tanggal lahir" />).match(/aria-invalid/g),
    ).toHaveLength(3)
    expect(draw(<DateOfBirth name="born" label="Lahir" />)).toContain('<input id="born" name="born.day"')
    expect(draw(<DateOfBirth name="born" label="Born" />, 'en')).toContain('>February</option>')
  })

  test('a time has two boxes and its zone', () => {
    const html = draw(<TimeField name="at" label="Pukul" zone="WITA" value={{ hour: '04', minute: '10' }} />)
    expect(html).toContain('name="at.hour"')
    expect(html).toContain('name="at.minute"')
    expect(html).toContain('WITA')
  })

  test('a list keeps the answer', () => {
    const html = draw(
      <SelectField
        name="edu"
        label="Pendidikan"
        value="b"
        options={[
          { value: 'a', label: 'SD' },
          { value: 'b', label: 'SMP' },
        ]}
      />,
    )
    expect(html).toContain('<option value="b" selected="">SMP</option>')
  })
})

describe('ErrorSummary', () => {
  test('counts, links and takes the focus; without faults it is not there', () => {
    const html = draw(
      <ErrorSummary errors={[{ at: 'name', text: 'Nama: tulis lengkap' }, { text: 'Isian terlalu lama terbuka' }]} />,
    )
    expect(html).toContain('Ada 2 yang perlu diperbaiki')
    expect(html).toContain('<a href="#name">Nama: tulis lengkap</a>')
    expect(html).toContain('<li>Isian terlalu lama terbuka</li>')
    expect(html).toMatch(/role="alert" tabindex="-1" autofocus=""/)
    expect(draw(<ErrorSummary errors={[]} />)).toBe('')
  })
  test('says which box a sentence stands at, when the form tells what its boxes are called', () => {
    const labels = { name: { id: 'Nama mitra', en: 'Partner' }, owner: { id: 'Rumah siapa?', en: 'Whose house?' } }
    const errors = [
      { at: 'name', text: 'Isi dengan 3 sampai 300 huruf.' },
      { at: 'owner.street', text: 'Belum dijawab.' },
      { at: 'other', text: 'Pilih satu.' },
    ]
    const html = draw(<ErrorSummary errors={errors} labels={labels} />)
    expect(html).toContain('<a href="#name">Nama mitra: Isi dengan 3 sampai 300 huruf.</a>')
    expect(html).toContain('<a href="#owner.street">Rumah siapa? Belum dijawab.</a>')
    expect(html).toContain('<a href="#other">Pilih satu.</a>')
  })
})

describe('Steps', () => {
  test('say where one is in words, and open what is done', () => {
    const html = draw(
      <Steps
        now={1}
        steps={[
          { label: 'Pelapor', href: '/1' },
          { label: 'Anak', href: '/2' },
          { label: 'Kirim', href: '/3' },
        ]}
      />,
    )
    expect(html).toContain('Langkah 2 dari 3')
    expect(html).toContain('<a href="/1">Pelapor</a><span class="hide">, selesai</span>')
    expect(html).not.toContain('href="/2"')
    expect(html).not.toContain('href="/3"')
    expect(html).toContain('aria-current="step"')
    expect(html).not.toContain('%')
  })
})

describe('Upload', () => {
  test('draws four samples with what to do', () => {
    const html = draw(<Upload name="book" label="Buku nikah" />)
    for (const word of ['Baik.', 'Gelap.', 'Terpotong.', 'Silau.']) expect(html).toContain(word)
    expect(html).toContain('type="file"')
  })

  test('shows what is there and keeps the control behind "Ganti"', () => {
    const html = draw(
      <Upload name="book" label="Buku nikah" current={{ alt: 'Buku nikah', src: '/p/1', read: 'KUA Paringin' }} />,
    )
    expect(html).toContain('<img src="/p/1" alt="Buku nikah" width="96" height="128"/>')
    expect(html).toContain('Yang terbaca: KUA Paringin')
    expect(html).toContain('<details>')
    expect(html).not.toContain('Terpotong')
  })

  test('asks again, with samples, when what is there was refused', () => {
    expect(
      draw(<Upload name="book" label="Buku nikah" error="Nomor tidak terbaca" current={{ alt: 'x' }} />),
    ).toContain('Terpotong')
  })
})

describe('VillagePicker', () => {
  const juai = { code: '63.11.01.2001', name: 'Juai', within: 'Kecamatan Juai' }
  const hukai = { code: '63.11.01.2002', name: 'Hukai', within: 'Kecamatan Juai' }

  test('searches without a script by a named button', () => {
    const html = draw(<VillagePicker name="village" />)
    expect(html).toMatch(/<button type="submit"[^>]* name="search" value="village"/)
    expect(html).not.toContain('data-island')
    expect(draw(<VillagePicker name="village" source="/v" />)).toContain(
      'data-island="search-villages" data-source="/v" data-field="village"',
    )
  })

  test('keeps the chosen village on top, once', () => {
    const html = draw(<VillageFinds name="v" query="juai" chosen={hukai} finds={[juai, hukai]} />)
    expect(html.match(/type="radio"/g)).toHaveLength(2)
    expect(html.indexOf('Hukai')).toBeLessThan(html.indexOf('>Juai'))
    expect(html).toContain('value="63.11.01.2002" checked=""')
  })

  test('says what to do when nothing is found', () => {
    expect(draw(<VillageFinds name="v" query="pringgin" finds={[]} />)).toContain('Tidak ada desa bernama “pringgin”')
  })
})

test('a button with an address is a link, its object is heard', () => {
  expect(draw(<Button small href="/1" label="Ambil" hidden="Akta kelahiran" />)).toMatch(
    /^<a class="btn btn-s" href="\/1"><span>Ambil<span class="hide"> Akta kelahiran<\/span><\/span><\/a>$/,
  )
  expect(draw(<Button name="action" value="approve" label={{ id: 'Sahkan', en: 'Approve' }} />, 'en')).toMatch(
    /<button type="submit" [^>]*name="action" value="approve"><span>Approve/,
  )
})
