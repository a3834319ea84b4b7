// The signer of installations without a certified provider: signs with the test authority, in this process or a thread of it.
// Must stay true: everything it signs is marked as not official (`specimen`); it can be set down, to rehearse an outage; keys and
// libraries are opened when they are first needed, since a start would wait for them.
import { type Result, refuse } from '../../../kernel/refusal.ts'
import { type SignedFile, type Signer, type SignerStatus, type SignRequest, TEST_PROVIDER } from './signer.ts'
import type { TestAuthority } from './test-authority.ts'

/** Signs with the same keys in another thread. */
type Elsewhere = (pdf: Uint8Array, request: SignRequest) => Promise<Result<SignedFile>>

export class TestSigner implements Signer {
  #authority: Promise<TestAuthority> | undefined
  #isDown = false

  /** `open` is asked once, at the first signature or question of state. */
  constructor(
    readonly open: () => Promise<TestAuthority>,
    readonly elsewhere?: Elsewhere,
  ) {}

  /** Rehearses an outage of the provider. */
  setDown(isDown: boolean): void {
    this.#isDown = isDown
  }

  async sign(pdf: Uint8Array, request: SignRequest): Promise<Result<SignedFile>> {
    if (this.#isDown) return refuse('signer-unavailable', undefined, { provider: TEST_PROVIDER })
    if (this.elsewhere !== undefined) return this.elsewhere(pdf, request)
    const { signWith } = await import('./test-signature.ts')
    return signWith(await this.#keys(), pdf, request)
  }

  async status(): Promise<SignerStatus> {
    const { signer } = await this.#keys()
    return {
      provider: TEST_PROVIDER,
      state: this.#isDown ? 'down' : 'up',
      certificateOf: 'otoritas uji Puja Indah',
      specimen: true,
      certificateUntilMs: signer.certificate.notAfter.value.getTime(),
    }
  }

  #keys(): Promise<TestAuthority> {
    this.#authority ??= this.open()
    return this.#authority
  }
}
