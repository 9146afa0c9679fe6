import type { IotAccess } from '../issuance/iot-access.ts';
import type { PolicyReader } from '../registration/policy-reader.ts';
import type { RegistryAccess } from '../registration/registry-calls.ts';

/** How the account is reached: certificates and the registry, each operation at its own pace. */
export interface RetireAccess {
  readonly certificates: IotAccess<
    'listCertificates' | 'describeCertificate' | 'updateStatus' | 'deleteCertificate' | 'awsTime',
    'list' | 'describe' | 'update' | 'remove'
  >;
  readonly registry: RegistryAccess;
  readonly policies: PolicyReader;
}
