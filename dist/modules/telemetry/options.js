/** The options that have a default, with it. */
const telemetryDefaults = {
    autoInstrument: true,
    maxTelemetryEvents: 100,
    includeItemsInTelemetry: true,
    scrubTelemetryInputs: true,
};

export { telemetryDefaults };
