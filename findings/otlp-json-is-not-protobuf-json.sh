#!/bin/sh
# OTLP's JSON is described as the JSON mapping of Protobuf, so that a collector is expected to read and
# write it with Protobuf's own library. The two differ without an error: the library takes a trace id,
# which OTLP writes in hexadecimal, for base64, and gets 24 other bytes in place of 16; it writes a
# severity by its name, where OTLP allows the number alone; and it refuses a field of a newer version,
# which OTLP has receivers ignore.
# Our reports hold no ids of traces, and numbers for severities (src/core/report/otlp.ts): such a
# collector reads them. What it passes on as JSON is not OTLP any more.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv python
python/bin/pip --quiet --disable-pip-version-check --retries 1 install opentelemetry-proto==1.45.0 protobuf==7.36.2
cat > run.py <<'PY'
import sys
from google.protobuf import json_format
from opentelemetry.proto.logs.v1.logs_pb2 import LogRecord

trace = "5b8efff798038103d269b633813fc60c"
read = json_format.ParseDict({"severityNumber": 13, "traceId": trace}, LogRecord())
written = json_format.MessageToDict(LogRecord(severity_number=13, trace_id=bytes.fromhex(trace)))
try:
    json_format.ParseDict({"severityNumber": 13, "newerField": 1}, LogRecord())
    newer = "ignored"
except json_format.ParseError:
    newer = "refused"
seen = {
    "trace id read": f"{len(read.trace_id)} bytes, {'the same' if read.trace_id.hex() == trace else 'others'}",
    "trace id written": written["traceId"],
    "severity written": written["severityNumber"],
    "newer field": newer,
}
for name, value in seen.items():
    print(f"  {name}: {value}")
expected = {
    "trace id read": "24 bytes, others",
    "trace id written": "W47/95gDgQPSabYzgT/GDA==",
    "severity written": "SEVERITY_NUMBER_WARN",
    "newer field": "refused",
}
sys.exit(0 if seen == expected else 1)
PY
echo "opentelemetry-proto 1.45.0, protobuf 7.36.2, $(python/bin/python --version):"
python/bin/python run.py
echo "As found: other bytes, a name for a number, and no newer field."
