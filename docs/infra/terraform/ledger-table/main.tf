# A ledger that several runs share: the same as ledger-table.yaml. docs/ledger.md says what is in the table.

terraform {
  required_version = ">= 1.5"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.81"
    }
  }
}

variable "table_name" {
  description = "The input ledger is dynamodb:// and this name."
  type        = string
  default     = "iot-ledger"
  validation {
    condition     = can(regex("^[A-Za-z0-9_.-]{3,255}$", var.table_name))
    error_message = "3 to 255 letters, digits, _ . or -."
  }
}

data "aws_region" "current" {}

resource "aws_dynamodb_table" "ledger" {
  name = var.table_name
  # A batch comes once in a while, and fast.
  billing_mode                = "PAY_PER_REQUEST"
  hash_key                    = "pk"
  deletion_protection_enabled = true

  attribute {
    name = "pk"
    type = "S"
  }

  point_in_time_recovery {
    enabled = true
  }

  # It remembers which certificates exist.
  lifecycle {
    prevent_destroy = true
  }
}

output "address" {
  description = "The input ledger of the action"
  value       = "dynamodb://${aws_dynamodb_table.ledger.name}?region=${data.aws_region.current.name}"
}

output "table_arn" {
  description = "ledger_table_arn of the module role"
  value       = aws_dynamodb_table.ledger.arn
}
