# What the role may do, and who may assume it: the same as in role.yaml. Nothing here asks AWS.

locals {
  issues        = var.mode == "issue"
  revokes       = var.mode == "revoke"
  retires       = var.mode == "retire"
  reads_account = var.mode != "validate"
  plans         = var.register && var.mode == "validate"
  registers     = var.register && local.issues
  looks         = local.plans || local.registers
  has_table     = var.ledger_table_arn != ""
  iot           = "arn:${local.partition}:iot:*:${local.account}"
  things        = "${local.iot}:thing/${var.thing_prefix}*"
  certificates  = "arn:${local.partition}:iot:*:${local.account}:cert/*"
  every_thing   = "${local.iot}:thing/*"
  groups        = "arn:${local.partition}:iot:*:${local.account}:thinggroup/*"
  in_regions    = { StringEquals = { "aws:RequestedRegion" = length(var.regions) > 0 ? var.regions : [local.region] } }

  # AWS IoT does not let ListCertificates, CreateCertificateFromCsr and DescribeEndpoint be limited to some resources.
  on_certificates = [
    for one in [
      { sid = "Find", when = local.reads_account, actions = ["iot:ListCertificates"], resource = "*" },
      { sid = "Create", when = local.issues, actions = ["iot:CreateCertificateFromCsr"], resource = "*" },
      { sid = "Read", when = local.reads_account || local.looks, actions = ["iot:DescribeCertificate"], resource = local.certificates },
      { sid = "Activate", when = local.issues && var.activate_after_delivery, actions = ["iot:UpdateCertificate"], resource = local.certificates },
      { sid = "Revoke", when = local.revokes, actions = ["iot:UpdateCertificate"], resource = local.certificates },
      { sid = "Bundle", when = local.issues && var.bundles, actions = ["iot:DescribeEndpoint"], resource = "*" },
      { sid = "Retire", when = local.retires, actions = ["iot:UpdateCertificate", "iot:DetachThingPrincipal", "iot:ListPrincipalThings", "iot:DetachPolicy", "iot:DeleteCertificate"], resource = local.certificates },
      { sid = "RetireOfThings", when = local.retires, actions = ["iot:ListThingPrincipals", "iot:ListThingPrincipalsV2", "iot:ListThingGroupsForThing"], resource = local.every_thing },
      { sid = "RetireOfGroups", when = local.retires, actions = ["iot:DescribeThingGroup"], resource = local.groups },
      { sid = "RetirePolicies", when = local.retires, actions = ["iot:ListAttachedPolicies"], resource = "*" },
      { sid = "Pace", when = local.issues && var.read_quotas, actions = ["servicequotas:GetServiceQuota", "servicequotas:GetAWSDefaultServiceQuota"], resource = "*" },
    ] : { Sid = one.sid, Effect = "Allow", Action = one.actions, Resource = one.resource, Condition = local.in_regions } if one.when
  ]

  on_registry = [
    for one in [
      { sid = "LookAtNamed", when = local.looks, actions = ["iot:GetPolicy", "iot:DescribeThingType", "iot:DescribeThingGroup", "iot:DescribeBillingGroup"], resources = ["${local.iot}:policy/*", "${local.iot}:thingtype/*", "${local.iot}:thinggroup/*", "${local.iot}:billinggroup/*"] },
      { sid = "LookAtTargets", when = local.looks, actions = ["iot:ListAttachedPolicies"], resources = ["*"] },
      { sid = "LookAtThings", when = local.looks, actions = ["iot:DescribeThing", "iot:ListThingGroupsForThing", "iot:ListThingPrincipals", "iot:ListThingPrincipalsV2"], resources = [local.things] },
      { sid = "LookAtHolders", when = local.registers, actions = ["iot:ListPrincipalThings"], resources = [local.certificates] },
      { sid = "MakeThings", when = local.registers, actions = ["iot:CreateThing", "iot:AddThingToThingGroup"], resources = [local.things, "${local.iot}:thinggroup/*", "${local.iot}:billinggroup/*"] },
      { sid = "AttachPolicies", when = local.registers, actions = ["iot:AttachPolicy", "iot:TestAuthorization"], resources = [local.certificates] },
    ] : { Sid = one.sid, Effect = "Allow", Action = one.actions, Resource = one.resources, Condition = local.in_regions } if one.when
  ]

  # A certificate is attached to things of the prefix only.
  on_principals = [
    for one in [local.registers] : {
      Sid       = "AttachCertificates"
      Effect    = "Allow"
      Action    = ["iot:AttachThingPrincipal"]
      Resource  = [local.certificates]
      Condition = { StringEquals = local.in_regions.StringEquals, ArnLike = { "iot:thingArn" = local.things } }
    } if one
  ]

  on_ledger = [
    for one in [
      { sid = "ReadLedger", when = local.has_table, actions = ["dynamodb:DescribeTable", "dynamodb:BatchGetItem", "dynamodb:Scan"] },
      { sid = "WriteLedger", when = local.has_table && local.reads_account && var.mode != "audit", actions = ["dynamodb:PutItem"] },
    ] : { Sid = one.sid, Effect = "Allow", Action = one.actions, Resource = var.ledger_table_arn } if one.when
  ]

  policy = {
    Version   = "2012-10-17"
    Statement = concat(local.on_certificates, local.on_registry, local.on_principals, local.on_ledger)
  }
}

locals {
  audience = local.partition == "aws-cn" ? "sts.amazonaws.com.cn" : "sts.amazonaws.com"
  owner    = split("/", var.repository)[0]
  name     = split("/", var.repository)[1]
  place    = var.environment != "" ? "environment:${var.environment}" : "ref:refs/heads/${var.branch}"

  # The form with names alone, and the form with ids: docs/security.md says who has which.
  claims = {
    aud = [local.audience]
    sub = [
      "repo:${var.repository}:${local.place}",
      "repo:${local.owner}@${var.owner_id}/${local.name}@${var.repository_id}:${local.place}",
    ]
    repository_id    = [var.repository_id]
    environment      = [var.environment]
    job_workflow_ref = [var.job_workflow_ref]
  }

  trust = {
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRoleWithWebIdentity"
      Principal = { Federated = local.provider }
      Condition = { StringEquals = { for claim, values in local.claims : "${var.issuer_host}:${claim}" => values if values[0] != "" } }
    }]
  }
}
