using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkyPanel.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddAlerts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "alerts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    subject_id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    open_key = table.Column<string>(type: "nvarchar(120)", maxLength: 120, nullable: true),
                    text = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: false),
                    raised_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    last_raised_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false),
                    times = table.Column<int>(type: "int", nullable: false),
                    mailed_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true),
                    resolved_at = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => x.id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_mailed_at_resolved_at",
                table: "alerts",
                columns: new[] { "mailed_at", "resolved_at" });

            migrationBuilder.CreateIndex(
                name: "ix_alerts_open_key",
                table: "alerts",
                column: "open_key",
                unique: true,
                filter: "[open_key] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alerts");
        }
    }
}
