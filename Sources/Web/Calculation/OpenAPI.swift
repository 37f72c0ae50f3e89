/// The API in the form that programs read (OpenAPI 3.1).
enum OpenAPI {
  /// The document.
  static let text = """
    {
     "openapi": "3.1.0",
     "info": {
      "title": "Concordat",
      "version": "1",
      "description": "Exact figures of a benefits register. A token is made by: concordat user token EMAIL"
     },
     "security": [{"bearer": []}],
     "paths": {
      "/api/v1/calculations": {
       "post": {
        "operationId": "calculate",
        "summary": "Work out a register",
        "description": "Takes Concordat JSON or a calculator workbook and keeps nothing of it.",
        "parameters": [
         {"name": "convention", "in": "query", "schema": {"$ref": "#/components/schemas/Convention"}},
         {"name": "schedule", "in": "query", "schema": {"$ref": "#/components/schemas/Schedule"}}
        ],
        "requestBody": {
         "required": true,
         "content": {
          "application/json": {"schema": {"$ref": "#/components/schemas/Register"}},
          "application/octet-stream": {"schema": {"type": "string", "format": "binary"}}
         }
        },
        "responses": {
         "200": {
          "description": "The figures. Decimals are strings; what does not exist is null.",
          "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Figures"}}}
         },
         "401": {"$ref": "#/components/responses/Problem"},
         "413": {"$ref": "#/components/responses/Problem"},
         "422": {"$ref": "#/components/responses/Problem"},
         "503": {"$ref": "#/components/responses/Problem"}
        }
       }
      }
     },
     "components": {
      "securitySchemes": {"bearer": {"type": "http", "scheme": "bearer"}},
      "responses": {
       "Problem": {
        "description": "Why not (RFC 9457), with every problem and its place",
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
       }
      },
      "schemas": {
       "Convention": {"enum": ["yearZero", "midYear", "endYear", null]},
       "Schedule": {"enum": ["flat", "standard", "health", "reduced", null]},
       "Text": {"type": ["string", "number", "null"]},
       "Record": {
        "type": "object",
        "description": "Fields by name (volume) or by heading in the workbook (Volume); shares are fractions",
        "additionalProperties": {"$ref": "#/components/schemas/Text"}
       },
       "Records": {"type": "array", "items": {"$ref": "#/components/schemas/Record"}},
       "Register": {
        "type": "object",
        "additionalProperties": false,
        "properties": {
         "cover": {"$ref": "#/components/schemas/Record"},
         "assumptions": {"$ref": "#/components/schemas/Record"},
         "channelCosts": {"$ref": "#/components/schemas/Records"},
         "benefits": {"$ref": "#/components/schemas/Records"},
         "intangibles": {"$ref": "#/components/schemas/Records"},
         "costs": {"$ref": "#/components/schemas/Records"},
         "actuals": {"$ref": "#/components/schemas/Records"},
         "forecasts": {"$ref": "#/components/schemas/Records"},
         "measures": {"$ref": "#/components/schemas/Records"},
         "convention": {"$ref": "#/components/schemas/Convention"},
         "schedule": {"$ref": "#/components/schemas/Schedule"},
         "horizonYears": {"type": ["integer", "null"], "minimum": 1, "maximum": 500},
         "changes": {"$ref": "#/components/schemas/Record"}
        }
       },
       "Decimal": {"type": ["string", "null"], "description": "Every digit of a decimal"},
       "Decimals": {"type": ["array", "null"], "items": {"$ref": "#/components/schemas/Decimal"}},
       "Figures": {
        "type": "object",
        "properties": {
    \(figures)
        }
       },
       "Problem": {
        "type": "object",
        "required": ["title", "status", "detail", "reference"],
        "properties": {
         "title": {"type": "string"},
         "status": {"type": "integer"},
         "detail": {"type": "string"},
         "reference": {"type": "string"},
         "problems": {
          "type": "array",
          "items": {
           "type": "object",
           "description": "severity, place, subject, found, expected, mend",
           "additionalProperties": {"type": "string"}
          }
         }
        }
       }
      }
     }
    }

    """

  /// The members of the answer, each with the schema of its value.
  private static let figures = members.map { name, schema in
    "     \"\(name)\": \(schema)"
  }.joined(separator: ",\n")

  private static let decimal = reference("Decimal")
  private static let decimals = reference("Decimals")
  private static let rates = #"{"type": "array", "items": {"type": "number"}}"#

  private static let members: [(name: String, schema: String)] = [
    ("productive_hours", decimal), ("benefits", #"{"type": "object"}"#),
    ("years", #"{"type": "array", "items": {"type": "integer"}}"#), ("benefit_total", decimals),
    ("cashable_total", decimals), ("non_cashable_total", decimals), ("cost_total", decimals),
    ("net_cash_flow", decimals), ("discount_factors", decimals), ("pv_benefits", decimal),
    ("pv_costs", decimal), ("npv", decimal), ("bcr", decimal), ("roi", decimal),
    ("payback_years", decimal), ("irr", #"{"type": ["number", "null"]}"#), ("irr_roots", rates),
    ("scores", #"{"type": "object"}"#), ("pivot", #"{"type": "object"}"#),
    ("cash_view", #"{"type": "object"}"#), ("problems", #"{"type": "array"}"#),
  ]

  private static func reference(_ schema: String) -> String {
    "{\"$ref\": \"#/components/schemas/\(schema)\"}"
  }
}
