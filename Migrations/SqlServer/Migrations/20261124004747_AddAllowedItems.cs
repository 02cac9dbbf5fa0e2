using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SkyPanel.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class AddAllowedItems : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "allowed_items",
                columns: table => new
                {
                    provider_type = table.Column<string>(type: "nvarchar(50)", maxLength: 50, nullable: false),
                    kind = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    item_id = table.Column<string>(type: "nvarchar(255)", maxLength: 255, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allowed_items", x => new { x.provider_type, x.kind, x.item_id });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allowed_items");
        }
    }
}
