/**
 * Calls of CreateCertificateFromCsr a second that an account may make in a region unless AWS has raised it for the
 * account (Service Quotas, `iotcore`, L-01BCDDCA).
 * https://docs.aws.amazon.com/general/latest/gr/iot-core.html#limits_iot
 */
export const DEFAULT_CREATE_QUOTA = 15;
