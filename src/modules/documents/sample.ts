// An invented office, signer and code around a document: for tests, benchmarks, the style guide and specimens.
// Must stay true: nothing here belongs to a real person or office; what it frames says on its face that it is a specimen.
import type { Frame } from './render/frame.ts'

const PROOF_LIKE = `${'eyJhbGciOiJFZERTQSIsImtpZCI6ImFCM2RFZiJ9'}.${'eyJpIjoiNjMuMTEi'.repeat(11)}.${'Qx7z'.repeat(21)}Ab`

/** A frame whose QR has the size of a real one. */
export function sampleFrame(documentId: string, more: Partial<Frame> = {}): Frame {
  return {
    documentId,
    issuedOn: '2026-04-15',
    issuedAtMs: Date.UTC(2026, 3, 15, 7, 42),
    zone: 'Asia/Makassar',
    office: {
      regency: 'Kabupaten Balangan',
      regencyName: 'Balangan',
      province: 'Kalimantan Selatan',
      office: 'Dinas Kependudukan dan Pencatatan Sipil',
      address: 'Jalan Contoh Nomor 1, Paringin',
      contact: 'loket@disdukcapil.balangan.example',
      place: 'Paringin',
    },
    signer: { name: 'Drs. H. MUHAMMAD YUSRAN, M.Si', nip: '19700305 199603 1 999' },
    code: {
      content: `https://balangan.pujaindah.example/63.11/v/ABCDEFGHJKLMNPQRSTUVWXYZ23#${PROOF_LIKE}`,
      shortCode: '7KQ4-M9TD-2HXR',
      typeAt: 'balangan.pujaindah.example/p',
    },
    certificateOf: 'otoritas uji Puja Indah',
    specimen: true,
    emblems: {},
    ...more,
  }
}
